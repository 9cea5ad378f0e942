<?xml version="1.0" encoding="UTF-8"?>
<!--
  Where something stands in an attachment, as a person says it: the row and
  what the schema calls the value; the heading above a paragraph.

  Needs:  correction.xsl (correction.word).
  Reads:  place (schemas/common/correction.rng); value, row, cell, paragraph, heading, field, title and what is in
          them; words that went are not said.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<!-- Where its own attachment states it. -->
<xsl:key name="place" match="correction/place" use="concat(@kind, ' ', @src)"/>

<xsl:template match="d:value[key('place', concat(ancestor::d:attachment/@kind,
    ' ', @src))]" mode="place" priority="1">
  <xsl:value-of select="key('place', concat(ancestor::d:attachment/@kind,
      ' ', @src))"/>
</xsl:template>

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

<!-- What names it, or else what was filled in first, where that is a name, or
     what names it together with the rows above: a cell that is merged with one
     of this row, or the head. -->
<xsl:template match="d:row" mode="place">
  <xsl:variable name="own" select="d:cell[@role = 'label'][string()][
      not(@rowspan)][last()]"/>
  <xsl:variable name="above" select="(preceding-sibling::d:row/d:cell[
      @rowspan] | ../preceding-sibling::*[1][self::d:head]/d:row/d:cell)[
      @role = 'label'][string()][not($own)]"/>
  <xsl:variable name="label" select="$own | $above[last()]"/>
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

<xsl:template match="d:caption" mode="place">
  <xsl:apply-templates mode="place"
      select="../preceding-sibling::d:heading[1]"/>
</xsl:template>

<xsl:template match="*" mode="place"/>

<xsl:template match="@moved" mode="place">
  <xsl:call-template name="correction.word">
    <xsl:with-param name="key" select="'correction.moved'"/>
  </xsl:call-template>
</xsl:template>

<!-- Words without those that went; of what went whole, these. -->
<xsl:template match="d:deleted[not(ancestor::*/@change)]" mode="kept"/>

</xsl:stylesheet>
