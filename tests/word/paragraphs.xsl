<?xml version="1.0" encoding="UTF-8"?>
<!--
  The text of every paragraph of a Word document, one a line, and where tables,
  rows and cells begin: what a word processor must not change on saving.  Blank
  paragraphs between tables and sections say nothing.

  Reads:  word/document.xml.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="text()"/>

<xsl:template match="w:body/w:p[not(.//w:t[string()])]"/>

<xsl:template match="w:tbl">
  <xsl:text>table&#10;</xsl:text>
  <xsl:apply-templates/>
</xsl:template>
<xsl:template match="w:tr">
  <xsl:text>row&#10;</xsl:text>
  <xsl:apply-templates/>
</xsl:template>
<xsl:template match="w:tc">
  <xsl:text>cell&#10;</xsl:text>
  <xsl:apply-templates/>
</xsl:template>

<xsl:template match="w:p">
  <xsl:text>paragraph </xsl:text>
  <xsl:apply-templates select=".//w:r/w:t | .//w:r/w:br | .//w:r/w:tab" mode="text"/>
  <xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template match="w:t" mode="text"><xsl:value-of select="."/></xsl:template>
<xsl:template match="w:br" mode="text">↵</xsl:template>
<xsl:template match="w:tab" mode="text">→</xsl:template>

</xsl:stylesheet>
