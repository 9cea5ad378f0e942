<?xml version="1.0" encoding="UTF-8"?>
<!--
  In which state a set was archived: what was open, what it replaces, what it
  was made with; and who signs for it.

  Reads:  archive, supersedes, findings, finding, options, fonts, font.
  Needs:  check-report/parts.xsl, words.xml (state.*, sign.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:jixiao:archive:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="a">

<xsl:template match="a:archive" mode="state">
  <xsl:variable name="errors" select="a:findings/a:finding[@level = 'error']"/>
  <xsl:variable name="warnings"
      select="a:findings/a:finding[@level = 'warning']"/>
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="3"/>
    <xsl:with-param name="key" select="'state'"/>
  </xsl:call-template>
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="concat('state.', @state)"/>
      <xsl:with-param name="with" select="count($errors)"/>
    </xsl:call-template>
    <xsl:if test="$warnings and not($errors)">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'state.warnings'"/>
        <xsl:with-param name="with" select="count($warnings)"/>
      </xsl:call-template>
    </xsl:if>
  </paragraph>
  <xsl:apply-templates select="$errors[1]/.." mode="errors"/>
  <xsl:if test="$warnings and $errors">
    <paragraph>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'state.warnings'"/>
        <xsl:with-param name="with" select="count($warnings)"/>
      </xsl:call-template>
    </paragraph>
  </xsl:if>
  <xsl:apply-templates select="a:supersedes"/>
  <xsl:apply-templates select="." mode="made"/>
  <signatures>
    <xsl:call-template name="sign">
      <xsl:with-param name="key" select="'sign.filer'"/>
    </xsl:call-template>
    <xsl:call-template name="sign">
      <xsl:with-param name="key" select="'sign.checker'"/>
    </xsl:call-template>
    <xsl:call-template name="sign">
      <xsl:with-param name="key" select="'sign.date'"/>
    </xsl:call-template>
  </signatures>
</xsl:template>

<xsl:template match="a:findings" mode="errors">
  <xsl:call-template name="table">
    <xsl:with-param name="caption">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'state'"/>
      </xsl:call-template>
    </xsl:with-param>
    <xsl:with-param name="widths" select="'16 20 44 76'"/>
    <xsl:with-param name="headers"
        select="'state.code state.line state.place state.sentence'"/>
    <xsl:with-param name="rows">
      <xsl:apply-templates select="a:finding[@level = 'error']"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="a:finding">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="@code"/>
    </xsl:call-template>
    <cell role="figure">
      <xsl:if test="@line">
        <xsl:value-of select="concat(@line, ':', @column)"/>
      </xsl:if>
    </cell>
    <cell role="text"><xsl:value-of select="@where"/></cell>
    <cell role="text"><xsl:value-of select="."/></cell>
  </row>
</xsl:template>

<xsl:template match="a:supersedes">
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'state.former'"/>
      <xsl:with-param name="with" select="@name"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'state.former.digest'"/>
      <xsl:with-param name="with" select="@sha256"/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

<xsl:template match="a:archive" mode="made">
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'state.edition'"/>
      <xsl:with-param name="with" select="@edition"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'state.program'"/>
      <xsl:with-param name="with" select="@program"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'state.level'"/>
      <xsl:with-param name="with" select="a:options/@pdf-level"/>
    </xsl:call-template>
    <xsl:apply-templates select="a:fonts"/>
  </paragraph>
</xsl:template>

<xsl:template match="a:fonts[a:font]">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'state.fonts'"/>
  </xsl:call-template>
  <xsl:for-each select="a:font">
    <xsl:value-of select="concat(@name, ' ', substring(@sha256, 1, 16))"/>
    <xsl:value-of select="substring('；。', 1 + (position() = last()), 1)"/>
  </xsl:for-each>
</xsl:template>

<xsl:template match="a:fonts"/>

</xsl:stylesheet>
