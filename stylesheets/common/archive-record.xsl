<?xml version="1.0" encoding="UTF-8"?>
<!--
  The record of an archive (目录 and 备考表) as a page model
  (schemas/common/document.rng): what is registered, which files there are, and
  in which state it was archived.  An edition that wants another one has an
  archive-record.xsl of its own, which may import this one.

  Reads:  archive (schemas/common/archive.rng), but for the record's own file.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:jixiao:archive:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="a">

<xsl:import href="check-report/unhandled.xsl"/>
<xsl:include href="word.xsl"/>
<xsl:include href="numbering.xsl"/>
<xsl:include href="table.xsl"/>
<xsl:include href="check-report/parts.xsl"/>
<xsl:include href="archive/files.xsl"/>
<xsl:include href="archive/state.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document('archive/words.xml')"/>

<xsl:template match="/a:archive">
  <xsl:variable name="name">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'record'"/>
    </xsl:call-template>
  </xsl:variable>
  <documents edition="{@edition}" title="{@title}" file="{$name}">
    <xsl:copy-of select="@unit | @period"/>
    <attachment id="{$name}" kind="{$name}" name="{$name}" file="{$name}"
        orientation="portrait" src="">
      <title>
        <xsl:apply-templates select="@title" mode="lines"/>
        <line><xsl:value-of select="$name"/></line>
      </title>
      <xsl:apply-templates select="a:metadata"/>
      <xsl:apply-templates select="a:files"/>
      <xsl:apply-templates select="." mode="state"/>
    </attachment>
  </documents>
</xsl:template>

<xsl:template match="a:metadata">
  <xsl:call-template name="part">
    <xsl:with-param name="n" select="1"/>
    <xsl:with-param name="key" select="'metadata'"/>
    <xsl:with-param name="widths" select="'36 120'"/>
    <xsl:with-param name="rows">
      <xsl:apply-templates select="a:item"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- A blank one is there to be filled in by hand. -->
<xsl:template match="a:item">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="@name"/>
    </xsl:call-template>
    <cell role="text">
      <xsl:copy-of select="@src"/>
      <xsl:value-of select="."/>
    </cell>
  </row>
</xsl:template>

<!-- A heading, and a table of its name below it. -->
<xsl:template name="part">
  <xsl:param name="n"/>
  <xsl:param name="key"/>
  <xsl:param name="widths"/>
  <xsl:param name="headers"/>
  <xsl:param name="rows"/>
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="$n"/>
    <xsl:with-param name="key" select="$key"/>
  </xsl:call-template>
  <xsl:call-template name="table">
    <xsl:with-param name="caption">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:with-param>
    <xsl:with-param name="widths" select="$widths"/>
    <xsl:with-param name="headers" select="$headers"/>
    <xsl:with-param name="rows" select="$rows"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
