<?xml version="1.0" encoding="UTF-8"?>
<!--
  Cells of a workbook: words as strings, figures as numbers.  The style of a
  figure is the number of decimals that the form prints, as styles.xml has them
  (package.xsl); the one of heads is behind these.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    exclude-result-prefixes="s">

<xsl:variable name="letters" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
<xsl:variable name="style.head" select="7"/>
<xsl:variable name="decimals.most" select="6"/>

<xsl:template name="text">
  <xsl:param name="text"/>
  <c t="inlineStr"><is><t xml:space="preserve"><xsl:value-of select="$text"/></t></is></c>
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
  <c t="inlineStr" s="{$style.head}"><is><t xml:space="preserve"><xsl:value-of select="$text"/></t></is></c>
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
  <xsl:variable name="decimals"
      select="string-length(substring-after(translate(., '%', ''), '.'))"/>
  <xsl:choose>
    <xsl:when test=". = ''"><c/></xsl:when>
    <xsl:when test="@figure and $decimals &lt;= $decimals.most">
      <c s="{$decimals}"><v><xsl:value-of select="@figure"/></v></c>
    </xsl:when>
    <xsl:when test="@figure"><c><v><xsl:value-of select="@figure"/></v></c></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="text">
        <xsl:with-param name="text" select="."/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="@*" mode="cell">
  <c><v><xsl:value-of select="."/></v></c>
</xsl:template>

</xsl:stylesheet>
