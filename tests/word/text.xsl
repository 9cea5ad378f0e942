<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a page model prints, in order, without a blank or a line's end: all that
  a word processor must still have when it has opened the document.

  Param:  only, the id of the one attachment.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:param name="only"/>

<xsl:template match="/*">
  <xsl:apply-templates select="d:attachment[not($only) or @id = $only]/*"/>
</xsl:template>

<xsl:template match="d:heading | d:paragraph">
  <xsl:apply-templates select="@number | node()"/>
</xsl:template>

<xsl:template match="d:field">
  <xsl:apply-templates select="@label"/>
  <xsl:text>：</xsl:text>
  <xsl:apply-templates/>
</xsl:template>

<!-- A form is named by its attachment's title. -->
<xsl:template match="d:table[@role = 'form']/d:caption"/>

<xsl:template match="@* | text()">
  <xsl:value-of select="translate(., ' 　&#9;&#10;&#13;', '')"/>
</xsl:template>

</xsl:stylesheet>
