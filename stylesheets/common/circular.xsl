<?xml version="1.0" encoding="UTF-8"?>
<!--
  通报, the circular that a bureau writes of a whole run, as a page model
  (schemas/common/document.rng): what was filed, the commonest findings with the
  units, what units have in common, a row a set, and what is to be done.  An
  edition that wants another one has a circular.xsl of its own, which may import
  this one; its wording is in the edition's words.xml.  Who sends it and when is
  filled in by hand unless it was said.

  Reads:  summary (schemas/common/summary.rng); of the values those named year
          and grade.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:set="http://exslt.org/sets"
    xmlns:s="urn:jixiao:summary:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="set s">

<xsl:import href="check-report/unhandled.xsl"/>
<xsl:include href="word.xsl"/>
<xsl:include href="numbering.xsl"/>
<xsl:include href="table.xsl"/>
<xsl:include href="check-report/parts.xsl"/>
<xsl:include href="signed.xsl"/>
<xsl:include href="circular/overview.xsl"/>
<xsl:include href="circular/findings.xsl"/>
<xsl:include href="circular/sets.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document(concat('../',
    /s:summary/@edition, '/words.xml'))"/>

<xsl:key name="set" match="s:set" use="@number"/>
<xsl:key name="path" match="s:set" use="@file"/>
<xsl:key name="level" match="s:set" use="@level"/>
<xsl:key name="value" match="s:value[. != '']" use="@name"/>

<!-- 2023、2024 -->
<xsl:variable name="years">
  <xsl:for-each select="set:distinct(key('value', 'year'))">
    <xsl:sort select="."/>
    <xsl:if test="position() &gt; 1">、</xsl:if>
    <xsl:value-of select="."/>
  </xsl:for-each>
</xsl:variable>

<xsl:template match="/s:summary">
  <xsl:variable name="name">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'circular.name'"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="title">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'circular.title.1'"/>
      <xsl:with-param name="with" select="$years"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="title.2">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'circular.title.2'"/>
    </xsl:call-template>
  </xsl:variable>
  <documents edition="{@edition}" title="{$title}{$title.2}" file="{$name}">
    <attachment id="{$name}" kind="{$name}" name="{$name}" file="{$name}"
        orientation="portrait" src="">
      <title>
        <line><xsl:value-of select="$title"/></line>
        <line><xsl:value-of select="$title.2"/></line>
      </title>
      <xsl:apply-templates select="." mode="overview"/>
      <xsl:apply-templates select="." mode="rules"/>
      <xsl:apply-templates select="." mode="common"/>
      <xsl:apply-templates select="." mode="sets"/>
      <xsl:apply-templates select="." mode="demands"/>
      <xsl:call-template name="signed">
        <xsl:with-param name="sender" select="string(@sender)"/>
        <xsl:with-param name="sender.label">
          <xsl:call-template name="word">
            <xsl:with-param name="key" select="'circular.sender'"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="date" select="string(@date)"/>
        <xsl:with-param name="date.label">
          <xsl:call-template name="word">
            <xsl:with-param name="key" select="'circular.date'"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </attachment>
  </documents>
</xsl:template>

<!-- A word with something put in, as a paragraph of its own. -->
<xsl:template name="filled.paragraph">
  <xsl:param name="key"/>
  <xsl:param name="with"/>
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="with" select="$with"/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

<!-- All words of a key, a paragraph each. -->
<xsl:template match="s:summary" mode="demands">
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="5"/>
    <xsl:with-param name="key" select="'circular.demands'"/>
  </xsl:call-template>
  <xsl:for-each select="$words/words/word[@key = 'circular.demand']">
    <paragraph>
      <xsl:attribute name="number">
        <xsl:call-template name="number">
          <xsl:with-param name="depth" select="2"/>
          <xsl:with-param name="n" select="position()"/>
        </xsl:call-template>
      </xsl:attribute>
      <xsl:value-of select="."/>
    </paragraph>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
