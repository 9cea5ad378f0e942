<?xml version="1.0" encoding="UTF-8"?>
<!--
  An attachment as the place where it is filled in: the article of the HTML
  format, by its own stylesheets, in which every value says what it is instead
  of showing a tip.

  Reads:  a page model of one attachment, without findings.
  Makes:  of every value data-src, data-state, data-type, and data-formula of
          one that a formula gives or would; overridden is what was stated
          although a formula gives it.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<xsl:import href="../formats/html/unhandled.xsl"/>
<xsl:import href="../formats/html/value.xsl"/>
<xsl:import href="../formats/html/table.xsl"/>
<xsl:include href="../formats/numbers.xsl"/>
<xsl:include href="../formats/html/words.xsl"/>
<xsl:include href="../formats/html/attachment.xsl"/>
<xsl:include href="../formats/html/text.xsl"/>
<xsl:include href="../formats/html/marks.xsl"/>
<xsl:include href="../formats/html/changes.xsl"/>

<!-- A whole page, which is what is made without libxslt. -->
<xsl:output method="html" encoding="UTF-8" indent="no"
    doctype-system="about:legacy-compat"/>

<!-- One attachment: its title is the heading of the page. -->
<xsl:variable name="depth" select="0"/>

<xsl:template match="/d:documents">
  <html><body><xsl:apply-templates select="*"/></body></html>
</xsl:template>

<xsl:template match="d:value" mode="title">
  <xsl:attribute name="data-label"><xsl:value-of select="@label"/></xsl:attribute>
  <xsl:attribute name="data-type"><xsl:value-of select="@type"/></xsl:attribute>
  <xsl:attribute name="data-state">
    <xsl:apply-templates select="." mode="data-state"/>
  </xsl:attribute>
  <!-- A value that a text quotes stays as it is while that is written. -->
  <xsl:if test="ancestor::d:value">
    <xsl:attribute name="class">
      <xsl:text>value chip</xsl:text>
      <xsl:if test="not(node())"> empty</xsl:if>
    </xsl:attribute>
    <xsl:attribute name="contenteditable">false</xsl:attribute>
  </xsl:if>
</xsl:template>

<xsl:template match="d:value" mode="data-state">
  <xsl:value-of select="@state"/>
</xsl:template>

<xsl:template match="d:value[@formula][@state = 'stated']" mode="data-state">
  <xsl:text>overridden</xsl:text>
</xsl:template>

<!-- What is typed into is one text. -->
<xsl:template match="d:cell/d:value/text()" mode="figure">
  <xsl:apply-templates select="."/>
</xsl:template>

<!-- The places in a table are reached by keys, and it scrolls to them. -->
<xsl:template name="reached-by-keys"/>

<!-- The page's policy forbids style attributes: its script sets what they say. -->
<xsl:template name="own-style">
  <xsl:param name="style"/>
  <xsl:attribute name="data-style"><xsl:value-of select="$style"/></xsl:attribute>
</xsl:template>

</xsl:stylesheet>
