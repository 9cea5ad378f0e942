<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers of stylesheets/common/numbering.xsl: a line for each depth. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

<xsl:include href="../../stylesheets/common/numbering.xsl"/>
<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="/">
  <xsl:for-each select="str:tokenize('1 2 3 4 5 6 7')">
    <xsl:variable name="depth" select="number()"/>
    <xsl:for-each select="str:tokenize(concat(
        '1 2 9 10 11 19 20 21 50 51 99 100 101 110 119 120 999 ',
        '1000 1001 1010 1100 2345 10000 10010 10100 20500 110001'))">
      <xsl:call-template name="number">
        <xsl:with-param name="depth" select="$depth"/>
        <xsl:with-param name="n" select="number()"/>
      </xsl:call-template>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
