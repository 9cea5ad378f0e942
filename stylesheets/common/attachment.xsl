<?xml version="1.0" encoding="UTF-8"?>
<!--
  The frame of an attachment: its attributes, mark and title, and the line of
  signatures under a form.

  Reads:  /submission/filing (signatures: every member, in its order).
  Needs:  words.xsl, with the keys FORM.name (as lists name the form), file
          (stem of all names); values.xsl (mode value).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<!-- To be called first inside <attachment>; the current node is what the
     attachment is about, the set or an entry of a list. -->
<xsl:template name="attachment">
  <xsl:param name="form"/>      <!-- key of its words -->
  <xsl:param name="kind"/>      <!-- 附件4 -->
  <xsl:param name="title">      <!-- lines -->
    <xsl:call-template name="lines">
      <xsl:with-param name="key" select="concat($form, '.title')"/>
    </xsl:call-template>
  </xsl:param>
  <xsl:param name="orientation" select="'portrait'"/>
  <xsl:variable name="id"><xsl:value-of select="$kind"/>
    <xsl:apply-templates select="." mode="position"/>
  </xsl:variable>
  <xsl:variable name="name">
    <xsl:call-template name="words.plain">
      <xsl:with-param name="key" select="concat($form, '.name')"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="about">
    <xsl:apply-templates select="." mode="about"/>
  </xsl:variable>
  <xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute>
  <xsl:attribute name="kind"><xsl:value-of select="$kind"/></xsl:attribute>
  <xsl:attribute name="name">
    <xsl:value-of select="$name"/>
    <xsl:if test="string($about)">
      <xsl:value-of select="concat('（', $about, '）')"/>
    </xsl:if>
  </xsl:attribute>
  <xsl:attribute name="file">
    <xsl:call-template name="words.plain">
      <xsl:with-param name="key" select="'file'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('_', $id, '_', $name)"/>
    <xsl:if test="string($about)">
      <xsl:value-of select="concat('_', $about)"/>
    </xsl:if>
  </xsl:attribute>
  <xsl:attribute name="orientation"><xsl:value-of select="$orientation"/></xsl:attribute>
  <xsl:attribute name="src"><xsl:value-of select="@src"/></xsl:attribute>
  <mark><xsl:value-of select="$id"/></mark>
  <title><xsl:copy-of select="$title"/></title>
</xsl:template>

<!-- -2 for the second of several; the set itself has no position. -->
<xsl:template match="*" mode="position"/>
<xsl:template match="item" mode="position">
  <xsl:if test="count(../*) &gt; 1">
    <xsl:value-of select="concat('-', count(preceding-sibling::*) + 1)"/>
  </xsl:if>
</xsl:template>

<!-- What an attachment of several is about; the set needs no words. -->
<xsl:template match="*" mode="about"/>
<xsl:template match="item" mode="about"><xsl:value-of select="name"/></xsl:template>

<!-- A form's title as its table's caption, on one line. -->
<xsl:template name="caption">
  <xsl:param name="form"/>
  <caption>
    <xsl:variable name="here" select="."/>
    <xsl:for-each select="$words/words/word[@key = concat($form, '.title')]">
      <xsl:variable name="text" select="string()"/>
      <xsl:for-each select="$here">
        <xsl:call-template name="fill">
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </caption>
</xsl:template>

<!-- All words of a key, each a line of a title. -->
<xsl:template name="lines">
  <xsl:param name="key"/>
  <xsl:variable name="here" select="."/>
  <xsl:for-each select="$words/words/word[@key = $key]">
    <xsl:variable name="text" select="string()"/>
    <xsl:for-each select="$here">
      <line>
        <xsl:call-template name="fill">
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </line>
    </xsl:for-each>
  </xsl:for-each>
</xsl:template>

<xsl:template name="note">
  <xsl:param name="key"/>
  <note>
    <xsl:call-template name="words">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </note>
</xsl:template>

<xsl:template match="filing" mode="signatures">
  <signatures>
    <xsl:for-each select="*">
      <field label="{@label}"><xsl:apply-templates select="." mode="value"/></field>
    </xsl:for-each>
  </signatures>
</xsl:template>

</xsl:stylesheet>
