<?xml version="1.0" encoding="UTF-8"?>
<!--
  附件2 部门整体支出绩效自评表.

  Reads:  unit/name, department (funds, income, spending, goals, indicators,
          total), filing.
  Needs:  common attachment.xsl, cells.xsl, evaluation.xsl, indicators.xsl,
          words.xsl (department.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:template match="/submission" mode="department">
  <xsl:variable name="asked">
    <xsl:call-template name="asked">
      <xsl:with-param name="kind" select="'附件2'"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="orientation">
    <xsl:apply-templates select="department" mode="orientation"/>
  </xsl:variable>
  <attachment>
    <xsl:call-template name="attachment">
      <xsl:with-param name="form" select="'department'"/>
      <xsl:with-param name="kind" select="'附件2'"/>
      <xsl:with-param name="orientation" select="$orientation"/>
    </xsl:call-template>
    <xsl:apply-templates select="self::*[$asked = 'true']"
        mode="department.content">
      <xsl:with-param name="orientation" select="$orientation"/>
    </xsl:apply-templates>
  </attachment>
</xsl:template>

<xsl:template match="/submission" mode="department.content">
  <xsl:param name="orientation"/>
  <table role="form">
    <xsl:call-template name="caption">
      <xsl:with-param name="form" select="'department'"/>
    </xsl:call-template>
    <xsl:apply-templates select="department" mode="evaluation.columns">
      <xsl:with-param name="orientation" select="$orientation"/>
    </xsl:apply-templates>
    <body>
      <row>
        <xsl:apply-templates select="unit/name" mode="label">
          <xsl:with-param name="colspan" select="3"/>
          <xsl:with-param name="stays" select="true()"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="unit/name" mode="cell">
          <xsl:with-param name="colspan" select="6"/>
        </xsl:apply-templates>
      </row>
      <xsl:apply-templates select="department/funds" mode="evaluation.funds">
        <xsl:with-param name="label">
          <xsl:call-template name="words">
            <xsl:with-param name="key" select="'department.funds'"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="rows" select="7"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="department" mode="department.sources"/>
      <xsl:apply-templates select="department/goals" mode="evaluation.rows"/>
    </body>
    <xsl:apply-templates select="department/indicators" mode="evaluation.head"/>
    <body>
      <xsl:apply-templates select="department/indicators" mode="evaluation.rows"/>
      <xsl:apply-templates select="department/total" mode="evaluation.rows"/>
    </body>
  </table>
  <xsl:call-template name="note.rounded">
    <xsl:with-param name="leaves" select="department//*"/>
  </xsl:call-template>
  <xsl:apply-templates select="filing" mode="signatures"/>
</xsl:template>

<!-- Five rows, income on the left, spending on the right. -->
<xsl:template match="department" mode="department.sources">
  <xsl:variable name="spending" select="spending/*"/>
  <xsl:for-each select="income/*">
    <xsl:variable name="row" select="position()"/>
    <row>
      <xsl:apply-templates select="." mode="department.source"/>
      <xsl:apply-templates select="$spending[$row]" mode="department.source"/>
      <xsl:if test="not($spending[$row])">
        <cell role="blank" colspan="4"/>
      </xsl:if>
    </row>
  </xsl:for-each>
</xsl:template>

<!-- 政府性基金拨款：n; the label stands in the cell with its figure. -->
<xsl:template match="*" mode="department.source">
  <cell role="text" colspan="4">
    <xsl:value-of select="concat(@label, '：')"/>
    <xsl:apply-templates select="." mode="value"/>
  </cell>
</xsl:template>

</xsl:stylesheet>
