<?xml version="1.0" encoding="UTF-8"?>
<!--
  Word: a page model as one Flat OPC package; the .docx is the same parts in a
  ZIP.  Valid against ISO/IEC 29500-1 (transitional); read it off its parts:

    word/package.xsl   the parts and how they refer to one another
    word/styles.xsl    roles of typography.xml as styles, fonts, settings
    word/sections.xsl  attachments as sections, paper, page numbers
    word/blocks.xsl    headings, paragraphs, notes, signature lines
    word/table.xsl     tables, their merged cells
    word/inline.xsl    text and values: content controls
    word/changes.xsl   what came and what went: tracked changes
    word/values.xsl    the custom XML part that maps both to JSON Pointers
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1">

<xsl:import href="../common/unhandled.xsl"/>
<xsl:include href="number.xsl"/>
<xsl:include href="word/units.xsl"/>
<xsl:include href="word/package.xsl"/>
<xsl:include href="word/styles.xsl"/>
<xsl:include href="word/sections.xsl"/>
<xsl:include href="word/blocks.xsl"/>
<xsl:include href="word/table.xsl"/>
<xsl:include href="word/inline.xsl"/>
<xsl:include href="word/changes.xsl"/>
<xsl:include href="word/values.xsl"/>

<xsl:output method="xml" encoding="UTF-8" standalone="yes"/>

<xsl:template match="/">
  <xsl:processing-instruction name="mso-application">
    <xsl:text>progid="Word.Document"</xsl:text>
  </xsl:processing-instruction>
  <xsl:apply-templates select="*" mode="package"/>
</xsl:template>

</xsl:stylesheet>
