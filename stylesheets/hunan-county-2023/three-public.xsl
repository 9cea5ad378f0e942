<?xml version="1.0" encoding="UTF-8"?>
<!--
  The table three_public of a report: 三公经费 against the year's budget and
  the year before, in yuan.  A line without any figure has no row.

  Reads:  expenditure/three_public.
  Needs:  common cells.xsl, words.xsl (three-public.*); x:print.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:x="urn:jixiao:exact"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="x">

<xsl:template match="table[. = 'three_public']" mode="block">
  <table role="text">
    <caption>
      <xsl:call-template name="words">
        <xsl:with-param name="key" select="'three-public.title'"/>
      </xsl:call-template>
    </caption>
    <xsl:call-template name="columns">
      <xsl:with-param name="widths" select="'37.5 16.5 16.5 16.5 20 16 33'"/>
    </xsl:call-template>
    <head>
      <row>
        <xsl:call-template name="words.headers">
          <xsl:with-param name="key" select="'three-public.columns'"/>
          <xsl:with-param name="stays" select="1"/>
        </xsl:call-template>
      </row>
    </head>
    <body>
      <xsl:apply-templates mode="three-public"
          select="/submission/expenditure/three_public"/>
    </body>
  </table>
</xsl:template>

<xsl:template match="three_public" mode="three-public">
  <row>
    <xsl:call-template name="words.label">
      <xsl:with-param name="key" select="'three-public.total'"/>
      <xsl:with-param name="indent" select="0"/>
      <xsl:with-param name="stays" select="true()"/>
    </xsl:call-template>
    <xsl:apply-templates select="total" mode="three-public.cells"/>
  </row>
  <xsl:apply-templates mode="three-public.line"
      select="(vehicles/total | overseas | reception)
      [string(previous_final) or string(initial_budget) or string(final)]"/>
</xsl:template>

<!-- 其中：1、公务接待费; only the first says 其中. -->
<xsl:template match="*" mode="three-public.line">
  <row>
    <xsl:call-template name="head">
      <xsl:with-param name="scope" select="'row'"/>
      <xsl:with-param name="indent" select="3 * (position() > 1)"/>
      <xsl:with-param name="stays" select="true()"/>
      <xsl:with-param name="inline">
        <xsl:if test="position() = 1">
          <xsl:call-template name="words">
            <xsl:with-param name="key" select="'three-public.of-which'"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:value-of select="concat(position(), '、')"/>
        <xsl:call-template name="words">
          <xsl:with-param name="key" select="concat('three-public.',
              name(ancestor-or-self::*[parent::three_public]))"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="." mode="three-public.cells"/>
  </row>
</xsl:template>

<!-- In the order of the columns, amounts in yuan. -->
<xsl:template match="*" mode="three-public.cells">
  <xsl:apply-templates select="final" mode="three-public.yuan"/>
  <xsl:apply-templates select="initial_budget" mode="three-public.yuan"/>
  <xsl:apply-templates select="previous_final" mode="three-public.yuan"/>
  <xsl:apply-templates select="change" mode="three-public.yuan"/>
  <xsl:apply-templates select="change_rate" mode="cell"/>
  <xsl:apply-templates select="reason" mode="cell"/>
</xsl:template>

<!-- @value is in yuan; as a bare number it prints without its unit. -->
<xsl:template match="*" mode="three-public.yuan">
  <xsl:apply-templates select="." mode="cell">
    <xsl:with-param name="print" select="x:print(string(@value), '数')"/>
    <xsl:with-param name="unit" select="'元'"/>
  </xsl:apply-templates>
</xsl:template>

</xsl:stylesheet>
