<?xml version="1.0" encoding="UTF-8"?>
<!--
  Edition hunan-county-2023: the five attachments of a submission, every one
  of a project once for each project.  Reads the whole shape off its includes.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:import href="../common/unhandled.xsl"/>
<xsl:import href="../common/narrative.xsl"/>
<xsl:include href="../common/numbering.xsl"/>
<xsl:include href="../common/values.xsl"/>
<xsl:include href="../common/words.xsl"/>
<xsl:include href="../common/cells.xsl"/>
<xsl:include href="../common/attachment.xsl"/>
<xsl:include href="../common/evaluation.xsl"/>
<xsl:include href="../common/indicators.xsl"/>
<xsl:include href="base-data.xsl"/>
<xsl:include href="department.xsl"/>
<xsl:include href="report.xsl"/>
<xsl:include href="three-public.xsl"/>
<xsl:include href="project.xsl"/>
<xsl:include href="project-report.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document('words.xml')"/>

<xsl:template match="/submission">
  <documents edition="{@edition}">
    <xsl:if test="string(unit/name)">
      <xsl:attribute name="unit">
        <xsl:call-template name="words.plain">
          <xsl:with-param name="key" select="'set.unit'"/>
        </xsl:call-template>
      </xsl:attribute>
    </xsl:if>
    <xsl:attribute name="period">
      <xsl:call-template name="words.plain">
        <xsl:with-param name="key" select="'set.period'"/>
      </xsl:call-template>
    </xsl:attribute>
    <xsl:apply-templates select="." mode="date"/>
    <xsl:attribute name="title">
      <xsl:call-template name="words.plain">
        <xsl:with-param name="key" select="'set.title'"/>
      </xsl:call-template>
    </xsl:attribute>
    <xsl:attribute name="file">
      <xsl:call-template name="words.plain">
        <xsl:with-param name="key" select="'set.file'"/>
      </xsl:call-template>
    </xsl:attribute>
    <xsl:apply-templates select="." mode="base-data"/>
    <xsl:apply-templates select="." mode="department"/>
    <xsl:apply-templates select="." mode="report"/>
    <xsl:apply-templates select="projects/item" mode="project"/>
    <xsl:apply-templates select="projects/item" mode="project-report"/>
  </documents>
</xsl:template>

<!-- The day that is registered, or else that of the filing. -->
<xsl:template match="submission" mode="date">
  <xsl:variable name="date" select="archive/date/@value
      | filing/date[not(../../archive/date/@value)]/@value"/>
  <xsl:if test="$date">
    <xsl:attribute name="date"><xsl:value-of select="$date"/></xsl:attribute>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
