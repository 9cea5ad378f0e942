<?xml version="1.0" encoding="UTF-8"?>
<!--
  The number of the node at hand in a list of them: elements number with the
  identity of a node (@of) and what it is (@is).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl">

<xsl:key name="number" match="number" use="@of"/>

<xsl:template name="number">
  <xsl:param name="list"/>
  <xsl:variable name="id" select="generate-id()"/>
  <xsl:for-each select="exsl:node-set($list)">    <!-- that key() is of -->
    <xsl:value-of select="key('number', $id)/@is"/>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
