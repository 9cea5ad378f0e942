<?xml version="1.0" encoding="UTF-8"?>
<!--
  Cells of tables.

  Reads:  leaves of the submission (@type says whether a cell holds a figure
          or words); any member's @label.
  Needs:  values.xsl (mode value), words.xsl (words; mode lines).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:include href="table.xsl"/>

<!-- A leaf as a cell; print: other words for its value, unit: the unit that they
     are in without saying so (values.xsl). -->
<xsl:template match="*[@state]" mode="cell">
  <xsl:param name="colspan" select="1"/>
  <xsl:param name="stays"/>
  <xsl:param name="print"/>
  <xsl:param name="unit"/>
  <cell role="figure">
    <xsl:if test="@type = 'text' or @type = 'token'">
      <xsl:attribute name="role">text</xsl:attribute>
    </xsl:if>
    <xsl:call-template name="stays">
      <xsl:with-param name="stays" select="$stays"/>
    </xsl:call-template>
    <xsl:call-template name="spans">
      <xsl:with-param name="colspan" select="$colspan"/>
    </xsl:call-template>
    <xsl:apply-templates select="." mode="value">
      <xsl:with-param name="print" select="$print"/>
      <xsl:with-param name="unit" select="$unit"/>
    </xsl:apply-templates>
  </cell>
</xsl:template>

<!-- A member's label as the head of its row or column. -->
<xsl:template match="*[@label]" mode="label">
  <xsl:param name="scope" select="'row'"/>
  <xsl:param name="colspan" select="1"/>
  <xsl:param name="rowspan" select="1"/>
  <xsl:param name="indent"/>
  <xsl:param name="stays"/>
  <xsl:call-template name="head">
    <xsl:with-param name="scope" select="$scope"/>
    <xsl:with-param name="stays" select="$stays"/>
    <xsl:with-param name="colspan" select="$colspan"/>
    <xsl:with-param name="rowspan" select="$rowspan"/>
    <xsl:with-param name="indent" select="$indent"/>
    <xsl:with-param name="inline">
      <xsl:apply-templates select="@label" mode="lines"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- The edition's words as the head of a row. -->
<xsl:template name="words.label">
  <xsl:param name="key"/>
  <xsl:param name="indent"/>
  <xsl:param name="stays"/>
  <xsl:param name="colspan" select="1"/>
  <xsl:param name="rowspan" select="1"/>
  <xsl:call-template name="head">
    <xsl:with-param name="scope" select="'row'"/>
    <xsl:with-param name="stays" select="$stays"/>
    <xsl:with-param name="colspan" select="$colspan"/>
    <xsl:with-param name="rowspan" select="$rowspan"/>
    <xsl:with-param name="indent" select="$indent"/>
    <xsl:with-param name="inline">
      <xsl:call-template name="words">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- All words of a key, each the head of a column; stays: the number of the one
     above the cells that stay. -->
<xsl:template name="words.headers">
  <xsl:param name="key"/>
  <xsl:param name="stays"/>
  <xsl:param name="colspan" select="1"/>
  <xsl:variable name="for" select="."/>
  <xsl:for-each select="$words">        <!-- the document that key() is of -->
    <xsl:apply-templates select="key('words', $key)" mode="header">
      <xsl:with-param name="for" select="$for"/>
      <xsl:with-param name="stays" select="$stays"/>
      <xsl:with-param name="colspan" select="$colspan"/>
    </xsl:apply-templates>
  </xsl:for-each>
</xsl:template>

<xsl:template match="word" mode="header">
  <xsl:param name="for"/>
  <xsl:param name="stays"/>
  <xsl:param name="colspan"/>
  <xsl:call-template name="head">
    <xsl:with-param name="scope" select="'col'"/>
    <xsl:with-param name="stays" select="position() = $stays"/>
    <xsl:with-param name="colspan" select="$colspan"/>
    <xsl:with-param name="inline">
      <xsl:apply-templates select="." mode="fill">
        <xsl:with-param name="for" select="$for"/>
      </xsl:apply-templates>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
