<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:x="urn:jixiao:exact">
<xsl:output method="xml" indent="no"/>
<xsl:key name="of" match="item" use="@key"/>
<xsl:variable name="kept"><b n="1">一</b><b n="2"/></xsl:variable>
<xsl:template match="/">
<out year="{submission/year}-{count(//item)}"><xsl:apply-templates select="//item"><xsl:sort select="share" data-type="number" order="descending"/><xsl:with-param name="p" select="2"/></xsl:apply-templates>
<xsl:for-each select="//@src"><xsl:choose><xsl:when test="position() mod 2"><xsl:value-of select="concat(., ' ', name(..))"/></xsl:when><xsl:otherwise><xsl:copy-of select=".."/></xsl:otherwise></xsl:choose></xsl:for-each>
<xsl:copy-of select="$kept"/></out></xsl:template>
<xsl:template match="item"><xsl:param name="p"/><xsl:element name="i{$p}"><xsl:attribute name="of"><xsl:value-of select="key('of', 'x')/name"/></xsl:attribute><xsl:if test="following-sibling::item[1]"><xsl:text>, </xsl:text></xsl:if><xsl:call-template name="t"><xsl:with-param name="s" select="name"/></xsl:call-template></xsl:element></xsl:template>
<xsl:template name="t"><xsl:param name="s"/><xsl:value-of select="translate(substring($s, 1, 1), '甲', '丙')"/><xsl:value-of select="format-number(12.5, '0.00')"/></xsl:template>
</xsl:stylesheet>