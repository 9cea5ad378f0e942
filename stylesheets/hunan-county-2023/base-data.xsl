<?xml version="1.0" encoding="UTF-8"?>
<!--
  附件1 部门整体支出绩效评价基础数据表: seven columns, of which all blocks but
  the buildings take the last six in pairs.

  Reads:  staffing, expenditure, buildings, austerity_measures, filing.
  Needs:  common attachment.xsl, cells.xsl, words.xsl (base-data.*).

  Lines of expenditure and buildings are as many as the unit has: each of the
  two is a part of the table whose heads are repeated on later pages.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:template match="/submission" mode="base-data">
  <xsl:variable name="asked">
    <xsl:call-template name="asked">
      <xsl:with-param name="kind" select="'附件1'"/>
    </xsl:call-template>
  </xsl:variable>
  <attachment>
    <xsl:call-template name="attachment">
      <xsl:with-param name="form" select="'base-data'"/>
      <xsl:with-param name="kind" select="'附件1'"/>
    </xsl:call-template>
    <xsl:apply-templates select="self::*[$asked = 'true']"
        mode="base-data.content"/>
  </attachment>
</xsl:template>

<xsl:template match="/submission" mode="base-data.content">
  <table role="form">
    <xsl:call-template name="caption">
      <xsl:with-param name="form" select="'base-data'"/>
    </xsl:call-template>
    <xsl:call-template name="columns">
      <xsl:with-param name="widths" select="'51 17.5 17.5 17.5 17.5 17.5 17.5'"/>
    </xsl:call-template>
    <body>
      <xsl:apply-templates select="staffing" mode="base-data"/>
    </body>
    <xsl:apply-templates select="expenditure" mode="base-data"/>
    <xsl:apply-templates select="buildings" mode="base-data"/>
    <body>
      <xsl:apply-templates select="austerity_measures" mode="base-data"/>
    </body>
  </table>
  <xsl:call-template name="note">
    <xsl:with-param name="key" select="'base-data.note'"/>
  </xsl:call-template>
  <xsl:call-template name="note.rounded">
    <xsl:with-param name="leaves" select="expenditure//*"/>
  </xsl:call-template>
  <xsl:apply-templates select="filing" mode="signatures"/>
</xsl:template>

<xsl:template match="staffing" mode="base-data">
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="rowspan" select="2"/>
      <xsl:with-param name="stays" select="true()"/>
    </xsl:apply-templates>
    <xsl:call-template name="words.headers">
      <xsl:with-param name="key" select="'base-data.staffing.columns'"/>
      <xsl:with-param name="colspan" select="2"/>
    </xsl:call-template>
  </row>
  <row>
    <xsl:apply-templates mode="cell"
        select="establishment | in_service | control_rate">
      <xsl:with-param name="colspan" select="2"/>
    </xsl:apply-templates>
  </row>
</xsl:template>

<xsl:template match="expenditure" mode="base-data">
  <head>
    <row>
      <xsl:apply-templates select="." mode="label">
        <xsl:with-param name="scope" select="'col'"/>
        <xsl:with-param name="stays" select="true()"/>
      </xsl:apply-templates>
      <xsl:call-template name="words.headers">
        <xsl:with-param name="key" select="'base-data.expenditure.columns'"/>
        <xsl:with-param name="colspan" select="2"/>
      </xsl:call-template>
    </row>
  </head>
  <body><xsl:apply-templates select="*" mode="row"/></body>
</xsl:template>

<!-- A group of lines, in the schema's order: its total comes first. -->
<xsl:template match="expenditure//*" mode="row">
  <xsl:apply-templates select="*" mode="row"/>
</xsl:template>

<!-- Lines that the unit names are numbered on from those of the form. -->
<xsl:template match="expenditure/projects/*[item]" mode="row" priority="1">
  <xsl:apply-templates select="*" mode="row">
    <xsl:with-param name="before" select="count(preceding-sibling::*/item |
        preceding-sibling::*[final][not(self::total)])"/>
  </xsl:apply-templates>
</xsl:template>

<!-- A line has its three years; what follows them is not in this form. -->
<xsl:template match="expenditure//*[final]" mode="row" priority="1">
  <xsl:param name="before"/>
  <row>
    <xsl:apply-templates select="." mode="base-data.line">
      <xsl:with-param name="n" select="$before + position()"/>
    </xsl:apply-templates>
    <xsl:apply-templates mode="cell"
        select="previous_final | initial_budget | final">
      <xsl:with-param name="colspan" select="2"/>
    </xsl:apply-templates>
  </row>
</xsl:template>

<!-- The form's own empty row, where the unit has none of its own. -->
<xsl:template match="expenditure/projects/other[not(*)]" mode="row" priority="1">
  <row>
    <xsl:call-template name="words.label">
      <xsl:with-param name="key" select="'base-data.more'"/>
      <xsl:with-param name="indent" select="0"/>
      <xsl:with-param name="stays" select="true()"/>
    </xsl:call-template>
    <cell role="figure" colspan="2">
      <xsl:apply-templates select="." mode="place"/>
    </cell>
    <cell role="figure" colspan="2"/>
    <cell role="figure" colspan="2"/>
  </row>
</xsl:template>

<!-- The form has no row for special funds that the unit has none of, and so no
     place where the first is filled in. -->
<xsl:template match="expenditure/projects/provincial[not(*)]
    [/submission/@places]" mode="row" priority="1">
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="indent" select="0"/>
      <xsl:with-param name="stays" select="true()"/>
    </xsl:apply-templates>
    <cell role="figure" colspan="2">
      <xsl:apply-templates select="." mode="place"/>
    </cell>
    <cell role="figure" colspan="2"/>
    <cell role="figure" colspan="2"/>
  </row>
</xsl:template>

<!-- What a line is called; lines under 其中 stand in to where it ends. -->
<xsl:template match="*" mode="base-data.line">
  <xsl:apply-templates select="." mode="label">
    <xsl:with-param name="indent" select="0"/>
    <xsl:with-param name="stays" select="true()"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="vehicles/purchase" mode="base-data.line">
  <xsl:apply-templates select="." mode="label">
    <xsl:with-param name="indent" select="1"/>
    <xsl:with-param name="stays" select="true()"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="vehicles/running" mode="base-data.line">
  <xsl:apply-templates select="." mode="label">
    <xsl:with-param name="indent" select="4"/>
    <xsl:with-param name="stays" select="true()"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template mode="base-data.line"
    match="public/utilities_and_travel | public/meetings_and_training">
  <xsl:apply-templates select="." mode="label">
    <xsl:with-param name="indent" select="3"/>
    <xsl:with-param name="stays" select="true()"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="projects/*/item" mode="base-data.line">
  <xsl:param name="n"/>
  <xsl:call-template name="head">
    <xsl:with-param name="scope" select="'row'"/>
    <xsl:with-param name="indent" select="0"/>
    <xsl:with-param name="stays" select="true()"/>
    <xsl:with-param name="inline">
      <xsl:value-of select="concat($n, '、')"/>
      <xsl:call-template name="words">
        <xsl:with-param name="key" select="concat('base-data.', name(..))"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- Any number of buildings, or one blank row. -->
<xsl:template match="buildings" mode="base-data">
  <head>
    <row>
      <xsl:call-template name="words.label">
        <xsl:with-param name="key" select="'base-data.buildings'"/>
        <xsl:with-param name="stays" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="words.headers">
        <xsl:with-param name="key" select="'base-data.buildings.columns'"/>
      </xsl:call-template>
    </row>
  </head>
  <body>
    <xsl:apply-templates select="*" mode="row"/>
    <xsl:if test="not(*)">
      <row>
        <xsl:call-template name="head.continued">
          <xsl:with-param name="stays" select="true()"/>
        </xsl:call-template>
        <cell role="figure">
          <xsl:apply-templates select="." mode="place"/>
        </cell>
        <cell role="figure"/><cell role="figure"/><cell role="figure"/>
        <cell role="figure"/><cell role="figure"/>
      </row>
    </xsl:if>
  </body>
</xsl:template>

<xsl:template match="buildings/item" mode="row">
  <row>
    <xsl:if test="position() = 1">
      <xsl:call-template name="head.continued">
        <xsl:with-param name="rowspan" select="last()"/>
        <xsl:with-param name="stays" select="true()"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates mode="cell"
        select="approved_area | actual_area | area_control_rate |
        budget_investment | actual_investment | investment_control_rate"/>
  </row>
</xsl:template>

<xsl:template match="austerity_measures" mode="base-data">
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="stays" select="true()"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell">
      <xsl:with-param name="colspan" select="6"/>
    </xsl:apply-templates>
  </row>
</xsl:template>

</xsl:stylesheet>
