<?xml version="1.0" encoding="UTF-8"?>
<!-- What tables of any page model are made of: columns, spans, heads. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="str">

<!-- A cell that names a column (header) or a row (label). -->
<xsl:template name="head">
  <xsl:param name="scope"/>
  <xsl:param name="colspan" select="1"/>
  <xsl:param name="rowspan" select="1"/>
  <xsl:param name="indent"/>
  <xsl:param name="stays"/>
  <xsl:param name="inline"/>
  <cell role="label" scope="{$scope}">
    <xsl:if test="starts-with($scope, 'col')">
      <xsl:attribute name="role">header</xsl:attribute>
    </xsl:if>
    <xsl:call-template name="stays">
      <xsl:with-param name="stays" select="$stays"/>
    </xsl:call-template>
    <xsl:call-template name="spans">
      <xsl:with-param name="colspan" select="$colspan"/>
      <xsl:with-param name="rowspan" select="$rowspan"/>
    </xsl:call-template>
    <xsl:if test="string($indent)">
      <xsl:attribute name="indent">
        <xsl:value-of select="$indent"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:copy-of select="$inline"/>
  </cell>
</xsl:template>

<xsl:template name="spans">
  <xsl:param name="colspan" select="1"/>
  <xsl:param name="rowspan" select="1"/>
  <xsl:if test="$colspan &gt; 1">
    <xsl:attribute name="colspan">
      <xsl:value-of select="$colspan"/>
    </xsl:attribute>
  </xsl:if>
  <xsl:if test="$rowspan &gt; 1">
    <xsl:attribute name="rowspan">
      <xsl:value-of select="$rowspan"/>
    </xsl:attribute>
  </xsl:if>
</xsl:template>

<!-- What names a row for one who reads its other end on a telephone: at most one
     cell a row, and narrow enough to leave room for others. -->
<xsl:template name="stays">
  <xsl:param name="stays"/>
  <xsl:if test="$stays">
    <xsl:attribute name="stays">true</xsl:attribute>
  </xsl:if>
</xsl:template>

<!-- The first cell of a body, which goes on with the first one of its head: the
     label of the head's row names the body's rows too. -->
<xsl:template name="head.continued">
  <xsl:param name="rowspan" select="1"/>
  <xsl:param name="stays"/>
  <cell role="label" scope="row" continues="true">
    <xsl:call-template name="stays">
      <xsl:with-param name="stays" select="$stays"/>
    </xsl:call-template>
    <xsl:call-template name="spans">
      <xsl:with-param name="rowspan" select="$rowspan"/>
    </xsl:call-template>
  </cell>
</xsl:template>

<!-- widths: mm, with blanks between. -->
<xsl:template name="columns">
  <xsl:param name="widths"/>
  <columns>
    <xsl:for-each select="str:tokenize($widths)">
      <column width="{.}"/>
    </xsl:for-each>
  </columns>
</xsl:template>

</xsl:stylesheet>
