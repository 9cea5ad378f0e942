<?xml version="1.0" encoding="UTF-8"?>
<!--
  Values: a leaf of the submission as the inline value of the page model,
  with its origin.  A blank leaf is a value too, an empty one.

  Reads:  leaves and the references in their text, which quote other leaves
          and become values inside the value; @value, @formula as they are.
          The text is what the form prints; a line feed in it breaks the line.
  Needs:  x:tag (pipeline/4_formulas/exact.h).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:x="urn:jixiao:exact"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="x">

<!-- print: other words for the same value, such as yuan for wan-yuan; unit: the
     unit of theirs, where they do not say it. -->
<xsl:template match="*[@state]" mode="value">
  <xsl:param name="print"/>
  <xsl:param name="unit"/>
  <value src="{@src}" tag="{x:tag(string(@src))}" label="{@label}"
      type="{@type}" state="{@state}">
    <xsl:copy-of select="@value | @formula"/>
    <xsl:if test="$unit">
      <xsl:attribute name="unit"><xsl:value-of select="$unit"/></xsl:attribute>
    </xsl:if>
    <xsl:value-of select="$print"/>
    <xsl:if test="not($print)">
      <xsl:apply-templates select="node()" mode="value"/>
    </xsl:if>
  </value>
</xsl:template>

<!-- What is blank and has no place on paper, where forms are to be filled in
     (submission/@places): an empty list, as a value that is as empty. -->
<xsl:template match="*" mode="place"/>
<xsl:template match="*[@type = 'list'][not(*)][/submission/@places]"
    mode="place">
  <xsl:apply-templates select="." mode="value"/>
</xsl:template>

<!-- Many lines are halved until one line feed is left, so that calls are no
     deeper than the logarithm of the length. -->
<xsl:template match="text()" mode="value" name="text">
  <xsl:param name="text" select="."/>
  <xsl:variable name="behind" select="substring-after($text, '&#10;')"/>
  <xsl:choose>
    <xsl:when test="not(contains($text, '&#10;'))">
      <xsl:value-of select="$text"/>
    </xsl:when>
    <xsl:when test="not(contains($behind, '&#10;'))">
      <xsl:value-of select="substring-before($text, '&#10;')"/>
      <break/>
      <xsl:value-of select="$behind"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
      <xsl:call-template name="text">
        <xsl:with-param name="text" select="substring($text, 1, $half)"/>
      </xsl:call-template>
      <xsl:call-template name="text">
        <xsl:with-param name="text" select="substring($text, $half + 1)"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
