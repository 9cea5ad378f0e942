<?xml version="1.0" encoding="UTF-8"?>
<!--
  The indicator rows of a self-evaluation table: classes (产出指标) of kinds
  (数量指标), each a list.  A kind without indicators keeps one blank row.

  Reads:  indicators/CLASS: points, and a list for every kind; list entries
          with name, target, actual, points, score, deviation.
  Needs:  cells.xsl (cell, label, head, head.continued), words.xsl with the keys
          indicators.columns (one word for each column) and indicators.points.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<!-- The head of a part of the table, repeated on later pages, and with it the
     label that names all rows of the indicators. -->
<xsl:template match="indicators" mode="evaluation.head">
  <head>
    <row>
      <xsl:apply-templates select="." mode="label"/>
      <xsl:call-template name="words.headers">
        <xsl:with-param name="key" select="'indicators.columns'"/>
        <xsl:with-param name="stays" select="3"/>
      </xsl:call-template>
    </row>
  </head>
</xsl:template>

<xsl:template match="indicators" mode="evaluation.rows">
  <xsl:apply-templates select="*/*[@type = 'list']" mode="indicators.kind"/>
</xsl:template>

<xsl:template match="*" mode="indicators.kind">
  <xsl:apply-templates select="*" mode="row"/>
  <xsl:if test="not(*)">
    <row>
      <xsl:apply-templates select="." mode="indicators.kind.label"/>
      <!-- The empty list itself: what is found about it is shown here. -->
      <cell role="text" stays="true">
        <xsl:apply-templates select="." mode="value"/>
      </cell>
      <cell role="text"/><cell role="text"/>
      <cell role="figure"/><cell role="figure"/><cell role="text"/>
    </row>
  </xsl:if>
</xsl:template>

<xsl:template match="indicators/*/*/item" mode="row">
  <row>
    <xsl:if test="position() = 1">
      <xsl:apply-templates select=".." mode="indicators.kind.label"/>
    </xsl:if>
    <xsl:apply-templates select="name" mode="cell">
      <xsl:with-param name="stays" select="true()"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="target" mode="cell"/>
    <xsl:apply-templates select="actual" mode="cell"/>
    <xsl:apply-templates select="points" mode="cell"/>
    <xsl:apply-templates select="score" mode="cell"/>
    <xsl:apply-templates select="deviation" mode="cell"/>
  </row>
</xsl:template>

<!-- Names a kind's rows; before the first kind's, the class's own label, and
     before the first of all what continues the label in the head. -->
<xsl:template match="*" mode="indicators.kind.label">
  <xsl:variable name="all" select="../../*/*[@type = 'list']"/>
  <xsl:if test="not(preceding-sibling::*[@type = 'list'])">
    <xsl:if test="count(. | $all[1]) = 1">
      <xsl:call-template name="head.continued">
        <xsl:with-param name="rowspan"
            select="count($all/*) + count($all[not(*)])"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select=".." mode="indicators.class.label"/>
  </xsl:if>
  <xsl:apply-templates select="." mode="label">
    <xsl:with-param name="rowspan" select="count(*) + not(*)"/>
  </xsl:apply-templates>
</xsl:template>

<!-- 产出指标（50分）; blank points leave the label alone. -->
<xsl:template match="*" mode="indicators.class.label">
  <xsl:variable name="kinds" select="*[@type = 'list']"/>
  <xsl:call-template name="head">
    <xsl:with-param name="scope" select="'row'"/>
    <xsl:with-param name="rowspan"
        select="count($kinds/*) + count($kinds[not(*)])"/>
    <xsl:with-param name="inline">
      <xsl:apply-templates select="@label" mode="lines"/>
      <xsl:apply-templates select="points" mode="indicators.points"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="points" mode="indicators.points">
  <xsl:apply-templates select="." mode="value"/>
</xsl:template>

<xsl:template match="points[string()]" mode="indicators.points">
  <xsl:for-each select="..">
    <xsl:call-template name="words">
      <xsl:with-param name="key" select="'indicators.points'"/>
    </xsl:call-template>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
