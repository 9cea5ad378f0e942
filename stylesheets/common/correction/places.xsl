<?xml version="1.0" encoding="UTF-8"?>
<!--
  Where something stands in an attachment, as a person says it: the row and
  what the schema calls the value; the heading above a paragraph.

  Reads:  value, row, cell, paragraph, heading, field, title and what is in
          them; words that went are not said.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<xsl:template match="d:value" mode="place">
  <xsl:variable name="row">
    <xsl:apply-templates select="ancestor::d:row" mode="place"/>
    <xsl:apply-templates mode="place" select="(ancestor::d:heading |
        ancestor::d:paragraph[parent::d:attachment] | ancestor::d:note)[1]"/>
  </xsl:variable>
  <xsl:if test="string($row) and $row != @label">
    <xsl:value-of select="concat('“', $row, '” ')"/>
  </xsl:if>
  <xsl:value-of select="@label"/>
</xsl:template>

<!-- What names it, or else what was filled in first, where that is a name. -->
<xsl:template match="d:row" mode="place">
  <xsl:variable name="label" select="d:cell[@role = 'label'][string()][
      not(@rowspan)][last()]"/>
  <xsl:variable name="first" select="d:cell[@role = 'text' or @role =
      'figure'][1][@role = 'text'][string-length() &lt;= $place.longest]"/>
  <xsl:apply-templates select="$first | $label[not($first)]" mode="kept"/>
</xsl:template>

<!-- Characters of a name. -->
<xsl:variable name="place.longest" select="40"/>

<!-- The heading above, or the one itself. -->
<xsl:template match="d:heading" mode="place">
  <xsl:value-of select="@number"/>
  <xsl:apply-templates select="node()" mode="kept"/>
</xsl:template>

<xsl:template match="d:paragraph | d:note" mode="place">
  <xsl:apply-templates mode="place"
      select="preceding-sibling::d:heading[1]"/>
</xsl:template>

<xsl:template match="*" mode="place"/>

<!-- Words without those that went; of what went whole, these. -->
<xsl:template match="d:deleted[not(ancestor::*/@change)]" mode="kept"/>

</xsl:stylesheet>
