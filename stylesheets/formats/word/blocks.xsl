<?xml version="1.0" encoding="UTF-8"?>
<!--
  Blocks that are one paragraph: the mark and title of an attachment,
  headings, paragraphs, notes, signature lines.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="d">

<xsl:template match="d:mark">
  <w:p>
    <w:pPr><w:pStyle w:val="Mark"/></w:pPr>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<!-- One paragraph, so that it is one title in the outline of a reader. -->
<xsl:template match="d:title">
  <w:p>
    <w:pPr><w:pStyle w:val="Title"/></w:pPr>
    <xsl:for-each select="d:line">
      <xsl:if test="position() != 1"><w:r><w:br/></w:r></xsl:if>
      <xsl:apply-templates/>
    </xsl:for-each>
  </w:p>
</xsl:template>

<xsl:template match="d:heading">
  <w:p>
    <w:pPr><w:pStyle w:val="Heading{@level}"/></w:pPr>
    <xsl:apply-templates select="@number"/>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<xsl:template match="d:paragraph">
  <w:p>
    <xsl:apply-templates select="@number"/>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<!-- A number is plain text: it is made anew with the set, never by Word. -->
<xsl:template match="@number">
  <w:r><w:t xml:space="preserve"><xsl:value-of select="."/></w:t></w:r>
</xsl:template>

<xsl:template match="d:note">
  <w:p>
    <w:pPr><w:pStyle w:val="Note"/></w:pPr>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<!-- Fields side by side: a label, its value, a gap of two characters. -->
<xsl:template match="d:signatures">
  <w:p>
    <w:pPr><w:pStyle w:val="Signatures"/></w:pPr>
    <xsl:for-each select="d:field">
      <xsl:variable name="gap" select="substring('　　', 1, 2 * (position() != 1))"/>
      <w:r><w:t xml:space="preserve"><xsl:value-of select="concat($gap, @label, '：')"/></w:t></w:r>
      <xsl:apply-templates/>
    </xsl:for-each>
  </w:p>
</xsl:template>

</xsl:stylesheet>
