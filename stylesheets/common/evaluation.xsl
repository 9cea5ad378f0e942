<?xml version="1.0" encoding="UTF-8"?>
<!--
  What every self-evaluation table has, a department's and a project's: nine
  columns, the head and total row of the funds, the goals, the grand total.

  Reads:  the six figures of a row of funds, goals (expected, actual), total
          (points, score), indicators//item for the longest text.
  Needs:  cells.xsl (cell, label, head, columns), words.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<!-- The longest words, in characters, that a portrait page sets legibly in an
     indicator's row: longer ones turn the page. -->
<xsl:param name="evaluation.longest" select="60"/>

<!-- The longest name of an indicator that a narrow column holds: where all are
     shorter, their values have the room. -->
<xsl:param name="evaluation.name" select="15"/>

<!-- The nine columns, mm: room for the names, or for the values. -->
<xsl:variable name="portrait.names" select="'11 16 17 31 19 19 10 14 19'"/>
<xsl:variable name="portrait.values" select="'11 16 17 20 27 22 10 14 19'"/>
<xsl:variable name="landscape.names" select="'14 22 24 52 30 30 12 13 28'"/>
<xsl:variable name="landscape.values" select="'14 22 24 36 42 34 12 13 28'"/>

<!-- Of a department or a project: portrait or landscape. -->
<xsl:template match="*" mode="orientation">
  <xsl:choose>
    <xsl:when test="indicators//item/*[string-length() &gt;
        $evaluation.longest]">landscape</xsl:when>
    <xsl:otherwise>portrait</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="*" mode="evaluation.columns">
  <xsl:param name="orientation"/>
  <xsl:variable name="names" select="indicators//item/name
      [string-length() &gt; $evaluation.name]"/>
  <xsl:call-template name="columns">
    <xsl:with-param name="widths">
      <xsl:choose>
        <xsl:when test="$orientation = 'landscape' and $names">
          <xsl:value-of select="$landscape.names"/>
        </xsl:when>
        <xsl:when test="$orientation = 'landscape'">
          <xsl:value-of select="$landscape.values"/>
        </xsl:when>
        <xsl:when test="$names">
          <xsl:value-of select="$portrait.names"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$portrait.values"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- The first two rows of the funds; the current node has the six figures of
     the year's total, and its label names the second row. -->
<xsl:template match="*" mode="evaluation.funds">
  <xsl:param name="label"/>     <!-- of the whole block -->
  <xsl:param name="rows"/>      <!-- of the whole block -->
  <xsl:variable name="figures" select="initial_budget | adjusted_budget |
      executed | points | execution_rate | score"/>
  <row>
    <xsl:call-template name="head">
      <xsl:with-param name="scope" select="'row'"/>
      <xsl:with-param name="rowspan" select="$rows"/>
      <xsl:with-param name="inline" select="$label"/>
    </xsl:call-template>
    <cell role="blank" colspan="2"/>
    <xsl:apply-templates select="$figures" mode="label">
      <xsl:with-param name="scope" select="'col'"/>
    </xsl:apply-templates>
  </row>
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="colspan" select="2"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="$figures" mode="cell"/>
  </row>
</xsl:template>

<xsl:template match="goals" mode="evaluation.rows">
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="rowspan" select="2"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="*" mode="label">
      <xsl:with-param name="scope" select="'col'"/>
      <xsl:with-param name="colspan" select="4"/>
    </xsl:apply-templates>
  </row>
  <row>
    <xsl:apply-templates select="*" mode="cell">
      <xsl:with-param name="colspan" select="4"/>
    </xsl:apply-templates>
  </row>
</xsl:template>

<xsl:template match="total" mode="evaluation.rows">
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="colspan" select="6"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="*" mode="cell"/>
    <cell role="blank"/>
  </row>
</xsl:template>

</xsl:stylesheet>
