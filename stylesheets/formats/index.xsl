<?xml version="1.0" encoding="UTF-8"?>
<!--
  The index page of a set (schemas/common/set.rng): every file, what it
  corrects, what was found, and which attachments are ready.  Reads the whole shape off its
  includes; html/index.css.xml says how it looks.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:jixiao:changes:1"
    xmlns:s="urn:jixiao:set:1"
    exclude-result-prefixes="c s">

<xsl:import href="html/unhandled.xsl"/>
<xsl:import href="html/words.xsl"/>
<xsl:include href="html/page.xsl"/>
<xsl:include href="html/files.xsl"/>
<xsl:include href="html/findings.xsl"/>
<xsl:include href="html/correction.xsl"/>

<xsl:variable name="words" select="document('html/words.xml') |
    document('../common/comparison/words.xml')"/>

<!-- As in html.xsl. -->
<xsl:output method="html" encoding="UTF-8" indent="no"
    doctype-system="about:legacy-compat"/>

<xsl:template name="style">
  <style><xsl:value-of select="document('html/index.css.xml')/css"/></style>
</xsl:template>

<xsl:template match="/s:set">
  <xsl:call-template name="page">
    <xsl:with-param name="title" select="@title"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="/s:set" mode="page.body">
  <main id="content">
    <h1><xsl:value-of select="@title"/></h1>
    <p class="state">
      <xsl:apply-templates select="." mode="state"/>
      <xsl:apply-templates select="c:changes" mode="state"/>
    </p>
    <xsl:apply-templates select="." mode="files"/>
    <xsl:apply-templates select="c:changes"/>
    <xsl:apply-templates select="." mode="findings"/>
  </main>
  <xsl:apply-templates select="." mode="origin"/>
  <xsl:apply-templates select="s:watch" mode="script"/>
</xsl:template>

<!-- What the set was made from, and by which program. -->
<xsl:template match="s:set" mode="origin">
  <footer>
    <h2>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'origin'"/>
      </xsl:call-template>
    </h2>
    <dl>
      <xsl:apply-templates select="@data" mode="fact"/>
      <xsl:apply-templates select="@sha256" mode="fact"/>
      <xsl:apply-templates select="@edition" mode="fact"/>
      <xsl:apply-templates select="@program" mode="fact"/>
      <xsl:apply-templates select="s:manifest" mode="fact"/>
    </dl>
  </footer>
</xsl:template>

<!-- Loads the page again once there is another build (html/watch.js). -->
<xsl:template match="s:watch" mode="script">
  <script data-build="{@build}">
    <xsl:attribute name="src"><xsl:apply-templates select="." mode="address"/></xsl:attribute>
  </script>
</xsl:template>

<!-- A name and what it names: attributes and elements alike. -->
<xsl:template match="@* | *" mode="fact">
  <div class="{name()}">
    <dt>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('fact.', name())"/>
      </xsl:call-template>
    </dt>
    <dd><xsl:apply-templates select="." mode="fact.value"/></dd>
  </div>
</xsl:template>

<xsl:template match="@* | *" mode="fact.value">
  <xsl:value-of select="."/>
</xsl:template>

<xsl:template match="@sha256 | @pointer" mode="fact.value">
  <code><xsl:value-of select="."/></code>
</xsl:template>

<xsl:template match="s:manifest" mode="fact.value">
  <a>
    <xsl:attribute name="href"><xsl:apply-templates select="." mode="address"/></xsl:attribute>
    <xsl:value-of select="@name"/>
  </a>
</xsl:template>

</xsl:stylesheet>
