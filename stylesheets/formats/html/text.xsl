<?xml version="1.0" encoding="UTF-8"?>
<!--
  Text: headings, paragraphs, notes, the line of signatures, links.

  Reads:  heading, paragraph, note, signed, signatures, field, break, link.
  Needs:  $depth (html.xsl); table.xsl (own-style).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<!-- HTML has six levels: the fourth in a set is the sixth. -->
<xsl:template match="d:heading">
  <xsl:element name="h{1 + $depth + @level}">
    <xsl:attribute name="class">
      <xsl:value-of select="concat('heading-', @level)"/>
    </xsl:attribute>
    <xsl:value-of select="@number"/>
    <xsl:apply-templates/>
  </xsl:element>
</xsl:template>

<xsl:template match="d:attachment/d:paragraph">
  <p class="paragraph">
    <xsl:value-of select="@number"/>
    <xsl:apply-templates/>
  </p>
</xsl:template>

<!-- After a table: printed with it (table.xsl). -->
<xsl:template match="d:note | d:signatures">
  <xsl:if test="not(preceding-sibling::*[not(self::d:note or
      self::d:signatures)][1]/self::d:table)">
    <xsl:apply-templates select="." mode="text"/>
  </xsl:if>
</xsl:template>

<xsl:template match="d:note" mode="text">
  <p class="note"><xsl:apply-templates/></p>
</xsl:template>

<xsl:template match="d:signatures" mode="text">
  <p class="signatures"><xsl:apply-templates select="*"/></p>
</xsl:template>

<xsl:template match="d:signed">
  <p class="signed">
    <xsl:call-template name="own-style">
      <xsl:with-param name="style" select="concat('--right:', @right)"/>
    </xsl:call-template>
    <xsl:apply-templates/>
  </p>
</xsl:template>

<xsl:template match="d:field">
  <span class="field">
    <xsl:apply-templates select="@label"/>
    <xsl:apply-templates/>
    <xsl:if test="not(node())"><span class="empty"></span></xsl:if>
  </span>
  <!-- Between fields a line may break. -->
  <xsl:text> </xsl:text>
</xsl:template>

<xsl:template match="@label">
  <xsl:value-of select="concat(., '：')"/>
</xsl:template>

<xsl:template match="d:break"><br/></xsl:template>

<xsl:template match="d:link"><a href="{@to}"><xsl:value-of select="."/></a></xsl:template>

<!-- The style breaks the line of a label: its words are found, copied and heard
     as one. -->
<xsl:template match="d:cell[@role = 'header' or @role = 'label']/d:break">
  <span class="break"></span>
</xsl:template>

</xsl:stylesheet>
