<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words of the edition that no member's label carries: key -> words.xml.
  A slot in them is a path of member names, as references in texts write it:
  {unit.name} from the root, {.name} from the node that they are printed for;
  {year|本} prints 本 where the year is blank.
  <break/> in them is where the form breaks a line, and no character: without
  markup the words are the same with and without it.  <fold/> is where a title
  becomes two lines, if it is too long for one.

  Reads:  any leaf that a slot names; @label of any member.
  Needs:  $words, the edition's words.xml; values.xsl (mode value).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:key name="words" match="words/word" use="@key"/>
<xsl:key name="label" match="words/label" use="string()"/>

<!-- All words of a key, one after the other, their slots as values. -->
<xsl:template name="words">
  <xsl:param name="key"/>
  <xsl:variable name="for" select="."/>
  <xsl:variable name="in" select="$words[key('words', $key)]"/>
  <xsl:if test="not($in)">
    <xsl:message terminate="yes">
      <xsl:value-of select="concat('words.xml has no ', $key)"/>
    </xsl:message>
  </xsl:if>
  <xsl:for-each select="$in">           <!-- the document that key() is of -->
    <xsl:apply-templates select="key('words', $key)" mode="fill">
      <xsl:with-param name="for" select="$for"/>
    </xsl:apply-templates>
  </xsl:for-each>
</xsl:template>

<!-- The same without markup, for attributes. -->
<xsl:template name="words.plain">
  <xsl:param name="key"/>
  <xsl:variable name="filled">
    <xsl:call-template name="words">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:value-of select="$filled"/>
</xsl:template>

<!-- for: the node that the words are printed for. -->
<xsl:template match="word" mode="fill">
  <xsl:param name="for"/>
  <xsl:apply-templates mode="fill">
    <xsl:with-param name="for" select="$for"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="break" mode="fill"><break/></xsl:template>
<xsl:template match="fold" mode="fill"/>

<xsl:template match="text()" mode="fill" name="fill">
  <xsl:param name="for"/>
  <xsl:param name="text" select="."/>
  <xsl:choose>
    <xsl:when test="contains($text, '{')">
      <xsl:value-of select="substring-before($text, '{')"/>
      <xsl:call-template name="slot.or">
        <xsl:with-param name="for" select="$for"/>
        <xsl:with-param name="slot" select="substring-before(
            substring-after($text, '{'), '}')"/>
      </xsl:call-template>
      <xsl:call-template name="fill">
        <xsl:with-param name="for" select="$for"/>
        <xsl:with-param name="text" select="substring-after($text, '}')"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A member's label, in the lines that words.xml gives it. -->
<xsl:template match="@label" mode="lines">
  <xsl:variable name="label" select="."/>
  <xsl:for-each select="$words">        <!-- the document that key() is of -->
    <xsl:variable name="lines" select="key('label', $label)"/>
    <xsl:apply-templates select="$lines/node()" mode="fill"/>
    <xsl:if test="not($lines)"><xsl:value-of select="$label"/></xsl:if>
  </xsl:for-each>
</xsl:template>

<!-- A slot, and the words behind its | where nothing is printed for it. -->
<xsl:template name="slot.or">
  <xsl:param name="for"/>
  <xsl:param name="slot"/>
  <xsl:variable name="path"
      select="substring-before(concat($slot, '|'), '|')"/>
  <xsl:call-template name="slot">
    <xsl:with-param name="for" select="$for"/>
    <xsl:with-param name="path" select="$path"/>
  </xsl:call-template>
  <xsl:if test="contains($slot, '|')">
    <xsl:variable name="printed">
      <xsl:call-template name="slot">
        <xsl:with-param name="for" select="$for"/>
        <xsl:with-param name="path" select="$path"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="string($printed) = ''">
      <xsl:value-of select="substring-after($slot, '|')"/>
    </xsl:if>
  </xsl:if>
</xsl:template>

<xsl:template name="slot">
  <xsl:param name="for"/>
  <xsl:param name="path"/>
  <xsl:choose>
    <xsl:when test="starts-with($path, '.')">
      <xsl:call-template name="walk">
        <xsl:with-param name="from" select="$for"/>
        <xsl:with-param name="path" select="substring($path, 2)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="walk">
        <xsl:with-param name="from" select="$for/ancestor-or-self::submission"/>
        <xsl:with-param name="path" select="$path"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="walk">
  <xsl:param name="from"/>
  <xsl:param name="path"/>
  <xsl:variable name="step"
      select="substring-before(concat($path, '.'), '.')"/>
  <xsl:variable name="to" select="$from/*[name() = $step]"/>
  <xsl:choose>
    <xsl:when test="not($to)">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('a slot of words.xml names ', $step,
            ', which ', name($from), ' has not')"/>
      </xsl:message>
    </xsl:when>
    <xsl:when test="contains($path, '.')">
      <xsl:call-template name="walk">
        <xsl:with-param name="from" select="$to"/>
        <xsl:with-param name="path" select="substring-after($path, '.')"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:apply-templates select="$to" mode="value"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
