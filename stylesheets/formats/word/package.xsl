<?xml version="1.0" encoding="UTF-8"?>
<!--
  The parts of the package.  No part holds a time: the same page model gives
  the same bytes.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    exclude-result-prefixes="d">

<xsl:variable name="type.word" select="'application/vnd.openxmlformats-officedocument.wordprocessingml.'"/>
<xsl:variable name="type.relations" select="'application/vnd.openxmlformats-package.relationships+xml'"/>
<xsl:variable name="relation" select="'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'"/>

<xsl:template match="d:documents" mode="package">
  <pkg:package>
    <pkg:part pkg:name="/_rels/.rels" pkg:contentType="{$type.relations}">
      <pkg:xmlData>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{$relation}officeDocument" Target="word/document.xml"/>
          <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
          <Relationship Id="rId3" Type="{$relation}extended-properties" Target="docProps/app.xml"/>
        </Relationships>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/_rels/document.xml.rels" pkg:contentType="{$type.relations}">
      <pkg:xmlData>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{$relation}styles" Target="styles.xml"/>
          <Relationship Id="rId2" Type="{$relation}settings" Target="settings.xml"/>
          <Relationship Id="rId3" Type="{$relation}fontTable" Target="fontTable.xml"/>
          <Relationship Id="rId4" Type="{$relation}footer" Target="footer1.xml"/>
          <Relationship Id="rId5" Type="{$relation}footer" Target="footer2.xml"/>
          <Relationship Id="rId6" Type="{$relation}footer" Target="footer3.xml"/>
          <Relationship Id="rId7" Type="{$relation}footer" Target="footer4.xml"/>
          <Relationship Id="rId8" Type="{$relation}customXml" Target="../customXml/item1.xml"/>
        </Relationships>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/document.xml" pkg:contentType="{$type.word}document.main+xml">
      <pkg:xmlData>
        <w:document>
          <w:body>
            <xsl:apply-templates select="*"/>
          </w:body>
        </w:document>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/footer1.xml" pkg:contentType="{$type.word}footer+xml">
      <pkg:xmlData>
        <xsl:call-template name="footer">
          <xsl:with-param name="side" select="'right'"/>
        </xsl:call-template>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/footer2.xml" pkg:contentType="{$type.word}footer+xml">
      <pkg:xmlData>
        <xsl:call-template name="footer">
          <xsl:with-param name="side" select="'left'"/>
        </xsl:call-template>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/footer3.xml" pkg:contentType="{$type.word}footer+xml">
      <pkg:xmlData>
        <xsl:call-template name="footer.turned">
          <xsl:with-param name="side" select="'right'"/>
        </xsl:call-template>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/footer4.xml" pkg:contentType="{$type.word}footer+xml">
      <pkg:xmlData>
        <xsl:call-template name="footer.turned">
          <xsl:with-param name="side" select="'left'"/>
        </xsl:call-template>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/styles.xml" pkg:contentType="{$type.word}styles+xml">
      <pkg:xmlData><xsl:call-template name="styles"/></pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/settings.xml" pkg:contentType="{$type.word}settings+xml">
      <pkg:xmlData><xsl:call-template name="settings"/></pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/fontTable.xml" pkg:contentType="{$type.word}fontTable+xml">
      <pkg:xmlData><xsl:call-template name="fonts"/></pkg:xmlData>
    </pkg:part>
    <xsl:call-template name="properties"/>
    <xsl:call-template name="values"/>
  </pkg:package>
</xsl:template>

<xsl:template name="properties">
  <pkg:part pkg:name="/docProps/core.xml" pkg:contentType="application/vnd.openxmlformats-package.core-properties+xml">
    <pkg:xmlData>
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>
          <xsl:choose>
            <xsl:when test="d:attachment[2]"><xsl:value-of select="@title"/></xsl:when>
            <xsl:when test="d:attachment/d:mark">
              <xsl:value-of select="concat(d:attachment/@id, ' ', d:attachment/@name)"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="concat(d:attachment/@name, ' — ', @title)"/>
            </xsl:otherwise>
          </xsl:choose>
        </dc:title>
        <dc:language>zh-CN</dc:language>
      </cp:coreProperties>
    </pkg:xmlData>
  </pkg:part>
  <pkg:part pkg:name="/docProps/app.xml" pkg:contentType="application/vnd.openxmlformats-officedocument.extended-properties+xml">
    <pkg:xmlData>
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
        <Application>jixiao</Application>
      </Properties>
    </pkg:xmlData>
  </pkg:part>
</xsl:template>

</xsl:stylesheet>
