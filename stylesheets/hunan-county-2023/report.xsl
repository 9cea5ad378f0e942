<?xml version="1.0" encoding="UTF-8"?>
<!--
  附件3 部门整体支出绩效报告.

  Reads:  report (title and the outline); of every project name, funds/total
          and results.
  Needs:  common attachment.xsl, narrative.xsl, words.xsl (report.*);
          three-public.xsl for its table.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:template match="/submission" mode="report">
  <xsl:variable name="asked">
    <xsl:call-template name="asked">
      <xsl:with-param name="kind" select="'附件3'"/>
    </xsl:call-template>
  </xsl:variable>
  <attachment>
    <xsl:call-template name="attachment">
      <xsl:with-param name="form" select="'report'"/>
      <xsl:with-param name="kind" select="'附件3'"/>
      <xsl:with-param name="title">
        <xsl:apply-templates select="report/title" mode="report.title">
          <xsl:with-param name="form" select="'report'"/>
        </xsl:apply-templates>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="self::*[$asked = 'true']"
        mode="report.content"/>
  </attachment>
</xsl:template>

<xsl:template match="/submission" mode="report.content">
  <xsl:apply-templates select="report" mode="sections"/>
</xsl:template>

<!-- The title as stated, or else the form's own; where it is to be filled in, its
     place. -->
<xsl:template match="report/title" mode="report.title">
  <xsl:param name="form"/>
  <xsl:choose>
    <xsl:when test="string() or /submission/@places">
      <line><xsl:apply-templates select="." mode="value"/></line>
    </xsl:when>
    <xsl:otherwise>
      <xsl:for-each select="ancestor::*[self::submission or self::item][1]">
        <xsl:call-template name="lines">
          <xsl:with-param name="key" select="concat($form, '.title')"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- 项目支出情况: an introduction, then what every project came to. -->
<xsl:template match="project_expenditure" mode="content">
  <xsl:param name="depth"/>
  <xsl:apply-templates select="*" mode="block">
    <xsl:with-param name="depth" select="$depth"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="." mode="block.place"/>
  <xsl:apply-templates select="/submission/projects/*" mode="report.project">
    <xsl:with-param name="depth" select="$depth"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="projects/item" mode="report.project">
  <xsl:param name="depth"/>
  <xsl:call-template name="numbered">
    <xsl:with-param name="depth" select="$depth"/>
    <xsl:with-param name="n" select="position()"/>
    <xsl:with-param name="heading" select="true()"/>
    <xsl:with-param name="inline">
      <xsl:apply-templates select="name" mode="value"/>
      <xsl:if test="string(funds/total/executed)">
        <xsl:call-template name="words">
          <xsl:with-param name="key" select="'report.project.funds'"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:with-param>
  </xsl:call-template>
  <xsl:apply-templates select="results/*" mode="block">
    <xsl:with-param name="depth" select="$depth + 1"/>
  </xsl:apply-templates>
  <xsl:apply-templates select="results" mode="block.place"/>
</xsl:template>

</xsl:stylesheet>
