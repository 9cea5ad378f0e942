<?xml version="1.0" encoding="UTF-8"?>
<!--
  The summary of many sets (schemas/common/summary.rng) as a workbook: one Flat
  OPC package, whose parts in a ZIP are the .xlsx (ISO/IEC 29500-1,
  transitional).  Three sheets: the sets, the rules, and what was found of the
  run.  Words are strings, which no spreadsheet takes for a formula; figures are
  exact, with as many decimals as the form prints.  No part holds a time.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    exclude-result-prefixes="s">

<xsl:import href="html/unhandled.xsl"/>
<xsl:import href="html/words.xsl"/>
<xsl:include href="spreadsheet/package.xsl"/>
<xsl:include href="spreadsheet/cells.xsl"/>

<xsl:output method="xml" encoding="UTF-8" standalone="yes"/>

<xsl:key name="path" match="s:set" use="@file"/>

<xsl:template match="/s:summary">
  <xsl:apply-templates select="." mode="package"/>
</xsl:template>

<!-- The first column that is behind the fields, and how many there are. -->
<xsl:variable name="fields" select="count(/s:summary/s:field)"/>
<xsl:variable name="columns" select="$fields + 7"/>

<xsl:template match="s:summary" mode="sets">
  <worksheet>
    <sheetViews>
      <sheetView workbookViewId="0" tabSelected="1">
        <pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>
      </sheetView>
    </sheetViews>
    <cols>
      <col min="1" max="1" width="32" customWidth="1"/>
      <col min="2" max="{$columns - 2}" width="14" customWidth="1"/>
      <col min="{$columns - 1}" max="{$columns}" width="40" customWidth="1"/>
    </cols>
    <sheetData>
      <row r="1">
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
    </sheetData>
    <xsl:if test="s:set and $columns &lt;= string-length($letters)">
      <autoFilter ref="A1:{substring($letters, $columns, 1)}{count(s:set) + 1}"/>
      <hyperlinks>
        <xsl:apply-templates select="s:set" mode="link"/>
      </hyperlinks>
    </xsl:if>
  </worksheet>
</xsl:template>

<xsl:template match="s:set" mode="row">
  <row r="{@number + 1}">
    <xsl:apply-templates select="s:value" mode="cell"/>
    <xsl:call-template name="word.cell">
      <xsl:with-param name="key" select="concat('summary.level.', @level)"/>
    </xsl:call-template>
    <xsl:apply-templates select="@error" mode="cell"/>
    <xsl:apply-templates select="@warning" mode="cell"/>
    <xsl:apply-templates select="@hint" mode="cell"/>
    <xsl:apply-templates select="@answered" mode="cell"/>
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="@file"/>
    </xsl:call-template>
    <xsl:if test="@index">
      <xsl:call-template name="word.cell">
        <xsl:with-param name="key" select="'summary.index'"/>
      </xsl:call-template>
    </xsl:if>
  </row>
</xsl:template>

<xsl:template match="s:set" mode="link">
  <hyperlink ref="{substring($letters, $columns - 1, 1)}{@number + 1}" r:id="data{@number}"/>
  <xsl:if test="@index">
    <hyperlink ref="{substring($letters, $columns, 1)}{@number + 1}" r:id="index{@number}"/>
  </xsl:if>
</xsl:template>

<xsl:template match="s:summary" mode="rules">
  <worksheet>
    <sheetViews>
      <sheetView workbookViewId="0">
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>
      </sheetView>
    </sheetViews>
    <cols>
      <col min="1" max="2" width="10" customWidth="1"/>
      <col min="3" max="3" width="60" customWidth="1"/>
      <col min="4" max="6" width="14" customWidth="1"/>
    </cols>
    <sheetData>
      <row r="1">
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
    </sheetData>
  </worksheet>
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
  <worksheet>
    <cols>
      <col min="1" max="2" width="10" customWidth="1"/>
      <col min="3" max="3" width="32" customWidth="1"/>
      <col min="4" max="4" width="120" customWidth="1"/>
    </cols>
    <sheetData>
      <row r="1">
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
    </sheetData>
  </worksheet>
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
