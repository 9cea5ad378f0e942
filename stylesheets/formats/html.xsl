<?xml version="1.0" encoding="UTF-8"?>
<!--
  A page model (schemas/common/document.rng) with one or many attachments as
  one HTML file that needs nothing else.  Reads the whole shape off its
  includes; html/page.css.xml says how it looks, on a screen and on paper.

  xsl:output: method html knows which elements have no end tag, leaves CSS
  unescaped and writes the charset's meta itself; about:legacy-compat is what
  makes libxml2 write <!DOCTYPE html> alone.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<xsl:import href="html/unhandled.xsl"/>
<xsl:include href="numbers.xsl"/>
<xsl:include href="html/words.xsl"/>
<xsl:include href="html/page.xsl"/>
<xsl:include href="html/style.xsl"/>
<xsl:include href="html/attachment.xsl"/>
<xsl:include href="html/text.xsl"/>
<xsl:include href="html/table.xsl"/>
<xsl:include href="html/value.xsl"/>
<xsl:include href="html/marks.xsl"/>
<xsl:include href="html/changes.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"
    doctype-system="about:legacy-compat"/>

<!-- Levels by which the headings of an attachment stand below h1. -->
<xsl:variable name="depth" select="number(boolean(/*/d:attachment[2]))"/>

<xsl:template match="/d:documents">
  <xsl:call-template name="page">
    <xsl:with-param name="title">
      <xsl:apply-templates select="." mode="page.title"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="/d:documents" mode="page.body">
  <xsl:apply-templates select="@index"/>
  <xsl:apply-templates select="." mode="contents"/>
  <main id="content">
    <xsl:apply-templates select="*"/>
  </main>
  <xsl:if test=".//d:findings">
    <script><xsl:value-of select="document('html/page.js.xml')/js"/></script>
  </xsl:if>
</xsl:template>

<!-- Back to the page that lists the files of the set. -->
<xsl:template match="@index">
  <xsl:variable name="words">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'index'"/>
    </xsl:call-template>
  </xsl:variable>
  <nav class="up" aria-label="{$words}">
    <a href="{.}"><xsl:value-of select="$words"/></a>
  </nav>
</xsl:template>

<!-- What the window and a list of results show. -->
<xsl:template match="d:documents" mode="page.title">
  <xsl:value-of select="@title"/>
</xsl:template>

<xsl:template match="d:documents[not(d:attachment[2])]" mode="page.title">
  <xsl:apply-templates select="*/d:mark" mode="page.title"/>
  <xsl:value-of select="concat(*/@name, ' — ', @title)"/>
</xsl:template>

<xsl:template match="d:mark" mode="page.title">
  <xsl:value-of select="concat(../@id, ' ')"/>
</xsl:template>

</xsl:stylesheet>
