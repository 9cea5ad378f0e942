<?xml version="1.0" encoding="UTF-8"?>
<!--
  Cells of a workbook: words, and figures with the decimals that the form
  prints.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    xmlns="urn:jixiao:workbook:1"
    exclude-result-prefixes="s">

<xsl:template name="text">
  <xsl:param name="text"/>
  <cell><xsl:value-of select="$text"/></cell>
</xsl:template>

<xsl:template name="word.cell">
  <xsl:param name="key"/>
  <xsl:call-template name="text">
    <xsl:with-param name="text">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template name="head">
  <xsl:param name="text"/>
  <cell head="true"><xsl:value-of select="$text"/></cell>
</xsl:template>

<xsl:template name="head.word">
  <xsl:param name="key"/>
  <xsl:call-template name="head">
    <xsl:with-param name="text">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- A blank is an empty cell, and no zero. -->
<xsl:template match="s:value" mode="cell">
  <cell>
    <xsl:if test="@figure and . != ''">
      <xsl:attribute name="decimals">
        <xsl:value-of select="string-length(substring-after(translate(., '%', ''), '.'))"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:choose>
      <xsl:when test=". = ''"/>
      <xsl:when test="@figure"><xsl:value-of select="@figure"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </cell>
</xsl:template>

<xsl:template match="@*" mode="cell">
  <cell decimals="0"><xsl:value-of select="."/></cell>
</xsl:template>

</xsl:stylesheet>
