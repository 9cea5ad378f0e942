<?xml version="1.0" encoding="UTF-8"?>
<!--
  The summary of many sets (schemas/common/summary.rng) as the cells of a
  workbook (schemas/common/workbook.rng).  Three sheets: the sets, the rules, and
  what was found of the run.  Figures have as many decimals as the form prints.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    xmlns="urn:jixiao:workbook:1"
    exclude-result-prefixes="s">

<xsl:import href="html/unhandled.xsl"/>
<xsl:import href="html/words.xsl"/>
<xsl:include href="spreadsheet/cells.xsl"/>

<xsl:output method="xml" encoding="UTF-8" standalone="yes"/>

<xsl:template match="/s:summary">
  <workbook>
    <sheet frozen-rows="1" frozen-columns="1" filter="true">
      <xsl:call-template name="sheet.name">
        <xsl:with-param name="key" select="'summary.table'"/>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="sets"/>
    </sheet>
    <sheet frozen-rows="1">
      <xsl:call-template name="sheet.name">
        <xsl:with-param name="key" select="'summary.rules'"/>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="rules"/>
    </sheet>
    <sheet>
      <xsl:call-template name="sheet.name">
        <xsl:with-param name="key" select="'summary.found'"/>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="findings"/>
    </sheet>
  </workbook>
</xsl:template>

<xsl:template name="sheet.name">
  <xsl:param name="key"/>
  <xsl:attribute name="name">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </xsl:attribute>
</xsl:template>

<!-- Columns: the fields, the result, four counts, the file and its page. -->
<xsl:template match="s:summary" mode="sets">
  <xsl:for-each select="s:field">
    <column width="{14 + 18 * (position() = 1)}"/>
  </xsl:for-each>
  <column width="14"/>
  <column width="14"/>
  <column width="14"/>
  <column width="14"/>
  <column width="14"/>
  <column width="40"/>
  <column width="40"/>
  <row>
    <xsl:for-each select="s:field">
      <xsl:call-template name="head">
        <xsl:with-param name="text" select="@title"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.result'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'level.error'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'level.warning'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'level.hint'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.answered'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'fact.data'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.index'"/>
    </xsl:call-template>
  </row>
  <xsl:apply-templates select="s:set" mode="row"/>
</xsl:template>

<xsl:template match="s:set" mode="row">
  <row>
    <xsl:apply-templates select="s:value" mode="cell"/>
    <xsl:call-template name="word.cell">
      <xsl:with-param name="key" select="concat('summary.level.', @level)"/>
    </xsl:call-template>
    <xsl:apply-templates select="@error" mode="cell"/>
    <xsl:apply-templates select="@warning" mode="cell"/>
    <xsl:apply-templates select="@hint" mode="cell"/>
    <xsl:apply-templates select="@answered" mode="cell"/>
    <cell>
      <xsl:apply-templates select="@data" mode="link"/>
      <xsl:value-of select="@file"/>
    </cell>
    <xsl:if test="@index">
      <cell>
        <xsl:apply-templates select="@index" mode="link"/>
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'summary.index'"/>
        </xsl:call-template>
      </cell>
    </xsl:if>
  </row>
</xsl:template>

<xsl:template match="@*" mode="link">
  <xsl:attribute name="link"><xsl:value-of select="."/></xsl:attribute>
</xsl:template>

<xsl:template match="s:summary" mode="rules">
  <column width="10"/>
  <column width="10"/>
  <column width="60"/>
  <column width="14"/>
  <column width="14"/>
  <column width="14"/>
  <row>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.level'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.code'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.title'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.open'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.answered'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.count'"/>
    </xsl:call-template>
  </row>
  <xsl:apply-templates select="s:rule" mode="row"/>
</xsl:template>

<xsl:template match="s:rule" mode="row">
  <row>
    <xsl:call-template name="word.cell">
      <xsl:with-param name="key" select="concat('summary.kind.', @level)"/>
    </xsl:call-template>
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="@code"/>
    </xsl:call-template>
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="@title"/>
    </xsl:call-template>
    <xsl:apply-templates select="@open" mode="cell"/>
    <xsl:apply-templates select="@answered" mode="cell"/>
    <xsl:apply-templates select="@sets" mode="cell"/>
  </row>
</xsl:template>

<xsl:template match="s:summary" mode="findings">
  <column width="10"/>
  <column width="10"/>
  <column width="32"/>
  <column width="120"/>
  <row>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.level'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.code'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'fact.data'"/>
    </xsl:call-template>
    <xsl:call-template name="head.word">
      <xsl:with-param name="key" select="'summary.sentence'"/>
    </xsl:call-template>
  </row>
  <xsl:apply-templates select="s:finding" mode="row"/>
</xsl:template>

<xsl:template match="s:finding" mode="row">
  <row>
    <xsl:call-template name="word.cell">
      <xsl:with-param name="key" select="concat('summary.kind.', @level)"/>
    </xsl:call-template>
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="@code"/>
    </xsl:call-template>
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="@file"/>
    </xsl:call-template>
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="."/>
    </xsl:call-template>
  </row>
</xsl:template>

</xsl:stylesheet>
