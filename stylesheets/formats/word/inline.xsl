<?xml version="1.0" encoding="UTF-8"?>
<!--
  Text and values in a paragraph.  A value is a content control: a plain-text
  one, or a rich one where other values stand in it.  A blank value is an
  empty control, without words that say so, since it is printed.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:exsl="http://exslt.org/common"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="d exsl">

<!-- The number of each value in the document: w:id must be unique, and
     counting what stands before would take the square of the time. -->
<xsl:variable name="numbers">
  <xsl:for-each select="//d:value">
    <number of="{generate-id()}" is="{position()}"/>
  </xsl:for-each>
</xsl:variable>
<xsl:variable name="number-tree" select="exsl:node-set($numbers)"/>
<xsl:key name="number" match="number" use="@of"/>

<!-- Word allows 64 characters (ISO/IEC 29500-1, 17.5.2.1 and 17.5.2.42). -->
<xsl:variable name="alias.length" select="64"/>

<xsl:template match="d:value">
  <xsl:variable name="id" select="generate-id()"/>
  <w:sdt>
    <w:sdtPr>
      <w:alias w:val="{substring(@label, 1, $alias.length)}"/>
      <w:tag w:val="{@tag}"/>
      <xsl:for-each select="$number-tree">
        <w:id w:val="{key('number', $id)/@is}"/>
      </xsl:for-each>
      <xsl:if test="not(*)"><w:text/></xsl:if>
    </w:sdtPr>
    <w:sdtContent>
      <xsl:choose>
        <xsl:when test="node()"><xsl:apply-templates/></xsl:when>
        <xsl:otherwise><w:r><w:t/></w:r></xsl:otherwise>
      </xsl:choose>
    </w:sdtContent>
  </w:sdt>
</xsl:template>

<xsl:template match="text()">
  <w:r><w:t xml:space="preserve"><xsl:value-of select="."/></w:t></w:r>
</xsl:template>

<xsl:template match="d:break">
  <w:r><w:br/></w:r>
</xsl:template>

</xsl:stylesheet>
