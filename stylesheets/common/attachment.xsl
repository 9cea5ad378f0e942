<?xml version="1.0" encoding="UTF-8"?>
<!--
  The frame of an attachment: its attributes, mark and title, and what stands
  under a form: notes and the line of signatures.

  Reads:  filing (every member, in its order, is a field to sign); of an entry
          of a list, its name.
  Needs:  values.xsl (mode value); words.xsl with the keys file (stem of all
          file names), FORM.name (as lists name it), FORM.title (its lines),
          rounded (the note of that kind).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<!-- The attachments that are asked for, each between commas (",附件2,附件4-1,");
     "": all.  Of the others there is only what lists them. -->
<xsl:param name="only"/>

<xsl:template name="asked">
  <xsl:param name="kind"/>
  <xsl:variable name="id">
    <xsl:value-of select="$kind"/>
    <xsl:apply-templates select="." mode="position"/>
  </xsl:variable>
  <xsl:value-of select="not(string($only)) or
      contains($only, concat(',', $kind, ',')) or
      contains($only, concat(',', $id, ','))"/>
</xsl:template>

<!-- Call first in <attachment>, from the node that it is about: the set, or
     an entry of a list that has such an attachment each. -->
<xsl:template name="attachment">
  <xsl:param name="form"/>      <!-- key of its words -->
  <xsl:param name="kind"/>      <!-- 附件4 -->
  <xsl:param name="orientation" select="'portrait'"/>
  <xsl:param name="title">
    <xsl:call-template name="lines">
      <xsl:with-param name="key" select="concat($form, '.title')"/>
    </xsl:call-template>
  </xsl:param>
  <xsl:variable name="id">
    <xsl:value-of select="$kind"/>
    <xsl:apply-templates select="." mode="position"/>
  </xsl:variable>
  <xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute>
  <xsl:attribute name="kind"><xsl:value-of select="$kind"/></xsl:attribute>
  <xsl:attribute name="name">
    <xsl:call-template name="words.plain">
      <xsl:with-param name="key" select="concat($form, '.name')"/>
    </xsl:call-template>
    <xsl:apply-templates select="." mode="about">
      <xsl:with-param name="before" select="'（'"/>
      <xsl:with-param name="after" select="'）'"/>
    </xsl:apply-templates>
  </xsl:attribute>
  <xsl:attribute name="file">
    <xsl:call-template name="file">
      <xsl:with-param name="form" select="$form"/>
      <xsl:with-param name="id" select="$id"/>
    </xsl:call-template>
  </xsl:attribute>
  <xsl:attribute name="orientation">
    <xsl:value-of select="$orientation"/>
  </xsl:attribute>
  <xsl:attribute name="src"><xsl:value-of select="@src"/></xsl:attribute>
  <mark><xsl:value-of select="$id"/></mark>
  <title><xsl:copy-of select="$title"/></title>
</xsl:template>

<!-- 2023_单位_附件4-2_项目支出绩效自评表_项目.  A file name holds some 60
     Chinese characters: long names of units and projects give way, so that
     the number and name of the attachment never do. -->
<xsl:variable name="file.set" select="35"/>
<xsl:variable name="file.subject" select="18"/>

<xsl:template name="file">
  <xsl:param name="form"/>
  <xsl:param name="id"/>
  <xsl:variable name="set">
    <xsl:call-template name="words.plain">
      <xsl:with-param name="key" select="'file'"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="subject">
    <xsl:apply-templates select="." mode="about"/>
  </xsl:variable>
  <xsl:value-of select="substring($set, 1, $file.set)"/>
  <xsl:value-of select="concat('_', $id, '_')"/>
  <xsl:call-template name="words.plain">
    <xsl:with-param name="key" select="concat($form, '.name')"/>
  </xsl:call-template>
  <xsl:if test="string($subject)">
    <xsl:value-of select="concat('_', substring($subject, 1, $file.subject))"/>
  </xsl:if>
</xsl:template>

<!-- -2 for the second of several, whose @src ends in its number from 0; the set
     itself has no position. -->
<xsl:template match="*" mode="position"/>
<xsl:template match="item" mode="position">
  <xsl:if test="../*[2]">
    <xsl:value-of select="concat('-',
        substring-after(@src, concat(../@src, '/')) + 1)"/>
  </xsl:if>
</xsl:template>

<!-- Which of several an attachment is about; the set needs no words. -->
<xsl:template match="*" mode="about"/>
<xsl:template match="item" mode="about">
  <xsl:param name="before"/>
  <xsl:param name="after"/>
  <xsl:if test="string(name)">
    <xsl:value-of select="concat($before, name, $after)"/>
  </xsl:if>
</xsl:template>

<!-- All words of a key, each a line of a title. -->
<xsl:template name="lines">
  <xsl:param name="key"/>
  <xsl:variable name="for" select="."/>
  <xsl:for-each select="$words">        <!-- the document that key() is of -->
    <xsl:apply-templates select="key('words', $key)" mode="line">
      <xsl:with-param name="for" select="$for"/>
    </xsl:apply-templates>
  </xsl:for-each>
</xsl:template>

<xsl:template match="word" mode="line">
  <xsl:param name="for"/>
  <line>
    <xsl:apply-templates select="." mode="fill">
      <xsl:with-param name="for" select="$for"/>
    </xsl:apply-templates>
  </line>
</xsl:template>

<!-- Characters of a line of the title: the text's width in the title's size
     (typography.xml).  A figure is half as wide. -->
<xsl:variable name="title.characters" select="20"/>

<xsl:template match="word[fold]" mode="line">
  <xsl:param name="for"/>
  <xsl:variable name="first">
    <xsl:apply-templates select="fold/preceding-sibling::node()" mode="fill">
      <xsl:with-param name="for" select="$for"/>
    </xsl:apply-templates>
  </xsl:variable>
  <xsl:variable name="rest">
    <xsl:apply-templates select="fold/following-sibling::node()" mode="fill">
      <xsl:with-param name="for" select="$for"/>
    </xsl:apply-templates>
  </xsl:variable>
  <xsl:variable name="words" select="concat($first, $rest)"/>
  <xsl:variable name="han" select="string-length(
      translate($words, '0123456789', ''))"/>
  <xsl:choose>
    <xsl:when test="(string-length($words) + $han) div 2 &gt;
        $title.characters">
      <line><xsl:copy-of select="$first"/></line>
      <line><xsl:copy-of select="$rest"/></line>
    </xsl:when>
    <xsl:otherwise>
      <line>
        <xsl:copy-of select="$first"/>
        <xsl:copy-of select="$rest"/>
      </line>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A form's title as its table's caption, on one line. -->
<xsl:template name="caption">
  <xsl:param name="form"/>
  <caption>
    <xsl:call-template name="words">
      <xsl:with-param name="key" select="concat($form, '.title')"/>
    </xsl:call-template>
  </caption>
</xsl:template>

<xsl:template name="note">
  <xsl:param name="key"/>
  <note>
    <xsl:call-template name="words">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </note>
</xsl:template>

<!-- Under a table in which a total is not what its parts, rounded one by one,
     add up to: leaves says which are in it. -->
<xsl:template name="note.rounded">
  <xsl:param name="leaves"/>
  <xsl:if test="$leaves[@rounded]">
    <xsl:call-template name="note">
      <xsl:with-param name="key" select="'rounded'"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="filing" mode="signatures">
  <signatures>
    <xsl:for-each select="*">
      <field label="{@label}">
        <xsl:apply-templates select="." mode="value"/>
      </field>
    </xsl:for-each>
  </signatures>
</xsl:template>

</xsl:stylesheet>
