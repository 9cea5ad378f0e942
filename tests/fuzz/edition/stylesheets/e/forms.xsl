<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:jixiao:document:1" xmlns:x="urn:jixiao:exact" version="1.0" exclude-result-prefixes="x">
  <xsl:template match="/submission">
    <documents edition="{@edition}" title="{year}年整套" file="整套">
      <attachment id="附件1" kind="附件1" name="表" file="附件1表" orientation="portrait" src="">
        <mark>附件1</mark>
        <title>
          <line>表</line>
        </title>
        <paragraph>合计<value src="{sum/@src}" label="{sum/@label}" state="{sum/@state}" tag="{x:tag(sum/@src)}" type="amount"><xsl:value-of select="sum"/></value></paragraph>
      </attachment>
      <attachment id="附件2" kind="附件2" name="注" file="附件2注" orientation="portrait" src="">
        <mark>附件2</mark>
        <title>
          <line>注</line>
        </title>
        <paragraph>
          <xsl:apply-templates select="note/node()"/>
        </paragraph>
        <table columns="60 40">
          <row>
            <cell label="yes">名称</cell>
            <cell label="yes">比例</cell>
          </row>
          <xsl:for-each select="items/item">
            <row>
              <cell>
                <xsl:value-of select="name"/>
              </cell>
              <cell>
                <value src="{share/@src}" label="{share/@label}" state="{share/@state}" tag="{x:tag(share/@src)}" type="rate">
                  <xsl:value-of select="share"/>
                </value>
              </cell>
            </row>
          </xsl:for-each>
        </table>
      </attachment>
    </documents>
  </xsl:template>
</xsl:stylesheet>
