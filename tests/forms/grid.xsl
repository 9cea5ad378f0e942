<?xml version="1.0" encoding="UTF-8"?>
<!--
  Faults of the tables of a page model, one a line; nothing where all is well.

  Reads:  a <documents> (schemas/common/document.rng).
  Spans:  cell by cell, the columns that a row's own cells and the cells above
          it cover must add up to all columns, and no span may leave the body.
          That finds every gap and overlap but two that cancel out in one row.
  Joins:  a cell that continues one of the heads has its place, its width and
          no words.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="/"><xsl:apply-templates select="//d:table"/></xsl:template>

<xsl:template match="d:table">
  <xsl:variable name="width" select="sum(d:columns/d:column/@width)"/>
  <xsl:variable name="page"
      select="156 + 69 * (ancestor::*/@orientation = 'landscape')"/>
  <xsl:if test="$width != $page">
    <xsl:call-template name="fault">
      <xsl:with-param name="what" select="concat($width, ' mm of ', $page)"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:apply-templates select="*/d:row"/>
</xsl:template>

<xsl:template match="d:row">
  <xsl:variable name="here" select="count(preceding-sibling::d:row)"/>
  <xsl:variable name="above" select="preceding-sibling::d:row/d:cell
      [@rowspan + count(../preceding-sibling::d:row) &gt; $here]"/>
  <xsl:variable name="cells" select="d:cell | $above"/>
  <xsl:variable name="covered" select="count($cells[not(@colspan)])
      + sum($cells/@colspan)"/>
  <xsl:if test="$covered != count(ancestor::d:table/d:columns/d:column)">
    <xsl:call-template name="fault">
      <xsl:with-param name="what" select="concat('row ', $here + 1, ' of ',
          name(..), ' covers ', $covered, ' columns')"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:apply-templates select="d:cell"/>
</xsl:template>

<xsl:template match="d:cell">
  <xsl:if test="@rowspan &gt; 1 + count(../following-sibling::d:row)">
    <xsl:call-template name="fault">
      <xsl:with-param name="what" select="concat('a span leaves the table: ', .)"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:apply-templates select="@continues"/>
  <xsl:if test="boolean(@scope) != (@role = 'header' or @role = 'label')">
    <xsl:call-template name="fault">
      <xsl:with-param name="what" select="concat('scope and role disagree: ', .)"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="@continues">
  <xsl:variable name="cell" select=".."/>
  <xsl:variable name="n" select="count($cell/preceding-sibling::*) + 1"/>
  <xsl:variable name="head" select="$cell/../self::d:row[not(
      preceding-sibling::*)]/../preceding-sibling::*[1][self::d:head]"/>
  <xsl:variable name="begun" select="$head/d:row[1]/d:cell[$n][sum(@rowspan) +
      not(@rowspan) = count($head/d:row)]"/>
  <xsl:if test="not($begun) or $cell/node() or
      $cell/preceding-sibling::*[not(@continues)] or
      concat('', $cell/@colspan) != concat('', $begun/@colspan)">
    <xsl:call-template name="fault">
      <xsl:with-param name="what" select="concat('cell ', $n, ' of row ',
          count($cell/../preceding-sibling::*) + 1, ' continues no head')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="fault">
  <xsl:param name="what"/>
  <xsl:value-of select="concat(ancestor::d:attachment/@id, ': ', $what, '&#10;')"/>
</xsl:template>

</xsl:stylesheet>
