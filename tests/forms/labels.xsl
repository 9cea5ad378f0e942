<?xml version="1.0" encoding="UTF-8"?>
<!--
  The fixed words of one form, in order, one a line: title lines, then cells
  that name something with the columns they span, notes, fields to sign.
  A value in them is shown as {its label}; rows that the unit names, and the
  form's row for them, are left out.

  Reads:  a <documents>; parameter id says which attachment.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1">

<xsl:output method="text" encoding="UTF-8"/>
<xsl:param name="id"/>

<xsl:template match="/">
  <xsl:apply-templates select="d:documents/d:attachment[@id = $id]"/>
</xsl:template>

<xsl:template match="d:attachment">
  <xsl:apply-templates select="d:title/d:line | .//d:cell | d:note | .//d:field"/>
</xsl:template>

<xsl:template match="d:line"><xsl:call-template name="print"/></xsl:template>
<xsl:template match="d:note"><xsl:call-template name="print"/></xsl:template>
<xsl:template match="d:field">
  <xsl:value-of select="concat('signature ', @label, '&#10;')"/>
</xsl:template>

<!-- A cell that was filled in, unless words of the form stand before it. -->
<xsl:template match="d:cell"/>
<xsl:template match="d:cell[text()]"><xsl:call-template name="print"/></xsl:template>
<xsl:template match="d:cell[d:value/@label = '名称']" priority="1"/>
<xsl:template match="d:cell[. = '……']" priority="1"/>

<xsl:template name="print">
  <xsl:value-of select="concat(name(), ' ')"/>
  <xsl:if test="self::d:cell">
    <xsl:value-of select="concat(@role, ' ', @colspan, ' ')"/>
  </xsl:if>
  <xsl:apply-templates select="node()" mode="words"/>
  <xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template match="d:value" mode="words">
  <xsl:value-of select="concat('{', @label, '}')"/>
</xsl:template>

</xsl:stylesheet>
