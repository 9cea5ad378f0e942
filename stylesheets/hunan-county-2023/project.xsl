<?xml version="1.0" encoding="UTF-8"?>
<!--
  附件4 项目支出绩效自评表, one for each project.

  Reads:  an entry of projects (name, supervising_department,
          implementing_unit, funds, goals, indicators, total), filing.
  Needs:  common attachment.xsl, cells.xsl, evaluation.xsl, indicators.xsl,
          words.xsl (project.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:template match="projects/item" mode="project">
  <xsl:variable name="asked">
    <xsl:call-template name="asked">
      <xsl:with-param name="kind" select="'附件4'"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="orientation">
    <xsl:apply-templates select="." mode="orientation"/>
  </xsl:variable>
  <attachment>
    <xsl:call-template name="attachment">
      <xsl:with-param name="form" select="'project'"/>
      <xsl:with-param name="kind" select="'附件4'"/>
      <xsl:with-param name="orientation" select="$orientation"/>
    </xsl:call-template>
    <xsl:apply-templates select="self::*[$asked = 'true']"
        mode="project.content">
      <xsl:with-param name="orientation" select="$orientation"/>
    </xsl:apply-templates>
  </attachment>
</xsl:template>

<xsl:template match="projects/item" mode="project.content">
  <xsl:param name="orientation"/>
  <table role="form">
    <xsl:call-template name="caption">
      <xsl:with-param name="form" select="'project'"/>
    </xsl:call-template>
    <xsl:apply-templates select="." mode="evaluation.columns">
      <xsl:with-param name="orientation" select="$orientation"/>
    </xsl:apply-templates>
    <body>
      <xsl:apply-templates select="." mode="project.head"/>
      <xsl:apply-templates select="funds" mode="project.funds"/>
      <xsl:apply-templates select="goals" mode="evaluation.rows"/>
    </body>
    <xsl:apply-templates select="indicators" mode="evaluation.head"/>
    <body>
      <xsl:apply-templates select="indicators" mode="evaluation.rows"/>
      <xsl:apply-templates select="total" mode="evaluation.rows"/>
    </body>
  </table>
  <xsl:call-template name="note">
    <xsl:with-param name="key" select="'project.note'"/>
  </xsl:call-template>
  <xsl:call-template name="note.rounded">
    <xsl:with-param name="leaves" select="funds//* | total/*"/>
  </xsl:call-template>
  <xsl:apply-templates select="/submission/filing" mode="signatures"/>
</xsl:template>

<xsl:template match="projects/item" mode="project.head">
  <row>
    <xsl:apply-templates select="name" mode="label">
      <xsl:with-param name="colspan" select="3"/>
      <xsl:with-param name="stays" select="true()"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="name" mode="cell">
      <xsl:with-param name="colspan" select="6"/>
    </xsl:apply-templates>
  </row>
  <row>
    <xsl:apply-templates select="supervising_department" mode="label">
      <xsl:with-param name="colspan" select="3"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="supervising_department" mode="cell">
      <xsl:with-param name="colspan" select="2"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="implementing_unit" mode="label">
      <xsl:with-param name="colspan" select="2"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="implementing_unit" mode="cell">
      <xsl:with-param name="colspan" select="2"/>
    </xsl:apply-templates>
  </row>
</xsl:template>

<!-- Only the total is scored: the sources leave the last three blank. -->
<xsl:template match="funds" mode="project.funds">
  <xsl:apply-templates select="total" mode="evaluation.funds">
    <xsl:with-param name="label">
      <xsl:apply-templates select="@label" mode="lines"/>
    </xsl:with-param>
    <xsl:with-param name="rows" select="1 + count(*)"/>
  </xsl:apply-templates>
  <xsl:for-each select="*[not(self::total)]">
    <row>
      <xsl:apply-templates select="." mode="label">
        <xsl:with-param name="colspan" select="2"/>
        <xsl:with-param name="stays" select="true()"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="*" mode="cell"/>
      <cell role="blank"/><cell role="blank"/><cell role="blank"/>
    </row>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
