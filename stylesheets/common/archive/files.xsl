<?xml version="1.0" encoding="UTF-8"?>
<!--
  The list of an archive's files; those that it was made with in one row.

  Reads:  files, file.
  Needs:  ../archive-record.xsl (part), check-report/parts.xsl, words.xml
          (files.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:jixiao:archive:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="a">

<xsl:template match="a:files">
  <xsl:variable name="listed" select="a:file[@role != 'rule']"/>
  <xsl:call-template name="part">
    <xsl:with-param name="n" select="2"/>
    <xsl:with-param name="key" select="'files'"/>
    <xsl:with-param name="widths" select="'12 66 46 12 20'"/>
    <xsl:with-param name="headers"
        select="'files.number files.path files.title files.pages files.size'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="$listed">
        <xsl:apply-templates select=".">
          <xsl:with-param name="number" select="position()"/>
        </xsl:apply-templates>
      </xsl:for-each>
      <xsl:apply-templates select="." mode="rules">
        <xsl:with-param name="number" select="count($listed) + 1"/>
      </xsl:apply-templates>
    </xsl:with-param>
  </xsl:call-template>
  <note>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'files.note'"/>
    </xsl:call-template>
  </note>
</xsl:template>

<xsl:template match="a:file">
  <xsl:param name="number"/>
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="$number"/>
    </xsl:call-template>
    <cell role="text"><xsl:value-of select="@path"/></cell>
    <cell role="text"><xsl:apply-templates select="." mode="title"/></cell>
    <cell role="figure"><xsl:value-of select="@pages"/></cell>
    <cell role="figure"><xsl:value-of select="@size"/></cell>
  </row>
</xsl:template>

<xsl:template match="a:file[@title]" mode="title">
  <xsl:value-of select="@title"/>
</xsl:template>

<xsl:template match="a:file" mode="title">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="concat('files.role.', @role)"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="a:files" mode="rules">
  <xsl:param name="number"/>
  <xsl:variable name="rules" select="a:file[@role = 'rule']"/>
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="$number"/>
    </xsl:call-template>
    <cell role="text">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'files.rules'"/>
      </xsl:call-template>
    </cell>
    <cell role="text">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'files.rules.title'"/>
        <xsl:with-param name="with" select="count($rules)"/>
      </xsl:call-template>
    </cell>
    <cell role="blank"/>
    <cell role="figure"><xsl:value-of select="sum($rules/@size)"/></cell>
  </row>
</xsl:template>

</xsl:stylesheet>
