<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:jixiao:document:1" xmlns:s="urn:jixiao:set:1" version="1.0" exclude-result-prefixes="s">
  <xsl:template match="/s:set">
    <documents edition="{@edition}" title="{@title}" file="核对">
      <attachment id="核对" kind="核对" name="核对" file="核对" orientation="portrait" src="">
        <title>
          <line>核对</line>
        </title>
        <paragraph>
          <xsl:value-of select="count(s:finding)"/>
        </paragraph>
      </attachment>
    </documents>
  </xsl:template>
</xsl:stylesheet>
