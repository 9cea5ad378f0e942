<?xml version="1.0" encoding="UTF-8"?>
<!--
  What differs between two sets as a page model (schemas/common/document.rng):
  what was stated otherwise, and what follows from it, a row each.

  Reads:  changes, as the library makes them: change with where and kind,
          follows, old and new, and for a text its phrases.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:jixiao:changes:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="c">

<xsl:import href="check-report/unhandled.xsl"/>
<xsl:include href="word.xsl"/>
<xsl:include href="numbering.xsl"/>
<xsl:include href="table.xsl"/>
<xsl:include href="check-report/parts.xsl"/>
<xsl:include href="comparison/changes.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document('comparison/words.xml')"/>

<xsl:template match="/c:changes">
  <xsl:variable name="name">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'comparison'"/>
    </xsl:call-template>
  </xsl:variable>
  <documents edition="{@edition}" title="{$name}" file="{$name}">
    <attachment id="{$name}" kind="{$name}" name="{$name}" file="{$name}"
        orientation="portrait" src="">
      <title><line><xsl:value-of select="$name"/></line></title>
      <xsl:apply-templates select="@old | @new"/>
      <xsl:if test="not(c:change)">
        <xsl:call-template name="word.paragraph">
          <xsl:with-param name="key" select="'same'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="changes">
        <xsl:with-param name="key" select="'stated'"/>
        <xsl:with-param name="n" select="1"/>
        <xsl:with-param name="changes" select="c:change[not(@follows)]"/>
      </xsl:call-template>
      <xsl:call-template name="changes">
        <xsl:with-param name="key" select="'following'"/>
        <xsl:with-param name="n" select="1 + boolean(c:change[not(@follows)])"/>
        <xsl:with-param name="changes" select="c:change[@follows]"/>
      </xsl:call-template>
    </attachment>
  </documents>
</xsl:template>

<xsl:template match="@old | @new">
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="name()"/>
      <xsl:with-param name="with" select="."/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

</xsl:stylesheet>
