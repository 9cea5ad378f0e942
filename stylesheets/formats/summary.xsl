<?xml version="1.0" encoding="UTF-8"?>
<!--
  The summary of many sets (schemas/common/summary.rng) as a page: a row a data
  file, the commonest findings with those that have them, and what units have in
  common.  html/summary.js.xml sorts and searches; without it all is there to
  read.  The page asks for nothing from anywhere.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    exclude-result-prefixes="s">

<xsl:import href="html/unhandled.xsl"/>
<xsl:import href="html/words.xsl"/>
<xsl:include href="html/page.xsl"/>
<xsl:include href="html/summary/table.xsl"/>
<xsl:include href="html/summary/findings.xsl"/>

<!-- As in html.xsl. -->
<xsl:output method="html" encoding="UTF-8" indent="no"
    doctype-system="about:legacy-compat"/>

<xsl:key name="set" match="s:set" use="@number"/>
<xsl:key name="path" match="s:set" use="@file"/>

<xsl:template name="style">
  <!-- http-equiv is not the first: serialisers look there for a charset. -->
  <meta content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
      http-equiv="Content-Security-Policy"/>
  <style>
    <xsl:value-of select="document('html/index.css.xml')/css"/>
    <xsl:value-of select="document('html/summary.css.xml')/css"/>
  </style>
</xsl:template>

<xsl:template match="/s:summary">
  <xsl:variable name="title">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'summary'"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:call-template name="page">
    <xsl:with-param name="title" select="$title"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="s:summary" mode="page.body">
  <xsl:param name="title"/>
  <main id="content" class="summary">
    <h1><xsl:value-of select="$title"/></h1>
    <p class="state"><xsl:apply-templates select="." mode="totals"/></p>
    <xsl:apply-templates select="." mode="table"/>
    <xsl:apply-templates select="." mode="rules"/>
    <xsl:apply-templates select="." mode="findings"/>
    <footer><p><xsl:value-of select="@program"/></p></footer>
  </main>
  <script><xsl:value-of select="document('html/summary.js.xml')/js"/></script>
</xsl:template>

<xsl:template match="s:summary" mode="totals">
  <xsl:call-template name="total">
    <xsl:with-param name="key" select="'summary.sets'"/>
    <xsl:with-param name="number" select="count(s:set)"/>
  </xsl:call-template>
  <xsl:call-template name="total">
    <xsl:with-param name="key" select="'state.error'"/>
    <xsl:with-param name="class" select="'error'"/>
    <xsl:with-param name="number" select="sum(s:rule[@level = 'error']/@open)"/>
  </xsl:call-template>
  <xsl:call-template name="total">
    <xsl:with-param name="key" select="'state.warning'"/>
    <xsl:with-param name="class" select="'warning'"/>
    <xsl:with-param name="number" select="sum(s:rule[@level = 'warning']/@open)"/>
  </xsl:call-template>
  <xsl:call-template name="total">
    <xsl:with-param name="key" select="'state.hint'"/>
    <xsl:with-param name="class" select="'hint'"/>
    <xsl:with-param name="number" select="sum(s:rule[@level = 'hint']/@open)"/>
  </xsl:call-template>
  <!-- Of the run, in no set's counts. -->
  <xsl:variable name="between" select="s:finding[@level != 'hint']"/>
  <xsl:if test="$between">
    <xsl:call-template name="total">
      <xsl:with-param name="key" select="'summary.between'"/>
      <xsl:with-param name="class" select="$between/@level"/>
      <xsl:with-param name="number" select="count($between)"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="s:set[@usage &gt; 0 or @system &gt; 0]">
    <xsl:call-template name="total">
      <xsl:with-param name="key" select="'summary.unread'"/>
      <xsl:with-param name="class" select="'error'"/>
      <xsl:with-param name="number"
          select="count(s:set[@usage &gt; 0 or @system &gt; 0])"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="total">
  <xsl:param name="key"/>
  <xsl:param name="number"/>
  <xsl:param name="class" select="'all'"/>
  <span class="{$class}">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="with" select="$number"/>
    </xsl:call-template>
  </span>
  <xsl:text> </xsl:text>
</xsl:template>

</xsl:stylesheet>
