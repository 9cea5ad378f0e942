<?xml version="1.0" encoding="UTF-8"?>
<!--
  The check report of a set as a page model (schemas/common/document.rng): what
  was found, explained and looked for.  An edition that wants another one has a
  check-report.xsl of its own, which may import this one.

  Reads:  set (schemas/common/set.rng), but for files of the report.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:jixiao:changes:1"
    xmlns:s="urn:jixiao:set:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="c s">

<xsl:import href="check-report/unhandled.xsl"/>
<xsl:include href="word.xsl"/>
<xsl:include href="numbering.xsl"/>
<xsl:include href="table.xsl"/>
<xsl:include href="check-report/parts.xsl"/>
<xsl:include href="check-report/summary.xsl"/>
<xsl:include href="check-report/correction.xsl"/>
<xsl:include href="check-report/findings.xsl"/>
<xsl:include href="check-report/answers.xsl"/>
<xsl:include href="check-report/rules.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document('check-report/words.xml') |
    document('comparison/words.xml')"/>

<!-- The number of the part behind the summary; a set that corrects another one
     has a part more there. -->
<xsl:variable name="second" select="2 + boolean(/s:set/c:changes)"/>

<xsl:template match="/s:set">
  <xsl:variable name="name">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'report'"/>
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
      <xsl:apply-templates select="." mode="summary"/>
      <xsl:apply-templates select="c:changes" mode="correction"/>
      <xsl:apply-templates select="." mode="findings"/>
      <xsl:apply-templates select="." mode="answers"/>
      <xsl:apply-templates select="." mode="rules"/>
    </attachment>
  </documents>
</xsl:template>

</xsl:stylesheet>
