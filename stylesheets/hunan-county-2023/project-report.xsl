<?xml version="1.0" encoding="UTF-8"?>
<!--
  附件5 项目支出绩效报告, one for each project.

  Reads:  report (title and the outline) and results of an entry of projects.
  Needs:  common attachment.xsl, narrative.xsl; report.xsl (report.title).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:template match="projects/item" mode="project-report">
  <xsl:variable name="asked">
    <xsl:call-template name="asked">
      <xsl:with-param name="kind" select="'附件5'"/>
    </xsl:call-template>
  </xsl:variable>
  <attachment>
    <xsl:call-template name="attachment">
      <xsl:with-param name="form" select="'project-report'"/>
      <xsl:with-param name="kind" select="'附件5'"/>
      <xsl:with-param name="title">
        <xsl:apply-templates select="report/title" mode="report.title">
          <xsl:with-param name="form" select="'project-report'"/>
        </xsl:apply-templates>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="self::*[$asked = 'true']"
        mode="project-report.content"/>
  </attachment>
</xsl:template>

<xsl:template match="projects/item" mode="project-report.content">
  <xsl:apply-templates select="report" mode="sections"/>
</xsl:template>

<!-- An analysis that is not stated is the project's results. -->
<xsl:template match="report/analysis[not(@state = 'stated')]" mode="content">
  <xsl:param name="depth"/>
  <xsl:apply-templates select="../../results/*" mode="block">
    <xsl:with-param name="depth" select="$depth"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="../../results" mode="block.place"/>
</xsl:template>

<!-- The plan is next year's, and its heading says so. -->
<xsl:template match="projects/item/report/next_steps" mode="heading">
  <xsl:call-template name="words">
    <xsl:with-param name="key" select="'project-report.next-steps'"/>
  </xsl:call-template>
  <xsl:value-of select="@label"/>
</xsl:template>

</xsl:stylesheet>
