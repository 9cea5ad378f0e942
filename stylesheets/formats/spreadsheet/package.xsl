<?xml version="1.0" encoding="UTF-8"?>
<!--
  The parts of the workbook, and how they refer to one another.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    exclude-result-prefixes="s">

<xsl:variable name="type.sheet" select="'application/vnd.openxmlformats-officedocument.spreadsheetml.'"/>
<xsl:variable name="type.relations" select="'application/vnd.openxmlformats-package.relationships+xml'"/>
<xsl:variable name="relation" select="'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'"/>

<xsl:template match="s:summary" mode="package">
  <pkg:package>
    <pkg:part pkg:name="/_rels/.rels" pkg:contentType="{$type.relations}">
      <pkg:xmlData>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{$relation}officeDocument" Target="xl/workbook.xml"/>
        </Relationships>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/xl/_rels/workbook.xml.rels" pkg:contentType="{$type.relations}">
      <pkg:xmlData>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{$relation}worksheet" Target="worksheets/sheet1.xml"/>
          <Relationship Id="rId2" Type="{$relation}worksheet" Target="worksheets/sheet2.xml"/>
          <Relationship Id="rId3" Type="{$relation}worksheet" Target="worksheets/sheet3.xml"/>
          <Relationship Id="rId4" Type="{$relation}styles" Target="styles.xml"/>
        </Relationships>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/xl/worksheets/_rels/sheet1.xml.rels" pkg:contentType="{$type.relations}">
      <pkg:xmlData>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <xsl:for-each select="s:set/@data | s:set/@index">
            <Relationship Id="{name()}{../@number}" Type="{$relation}hyperlink" Target="{.}" TargetMode="External"/>
          </xsl:for-each>
        </Relationships>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/xl/workbook.xml" pkg:contentType="{$type.sheet}sheet.main+xml">
      <pkg:xmlData>
        <workbook>
          <sheets>
            <sheet sheetId="1" r:id="rId1">
              <xsl:call-template name="sheet.name">
                <xsl:with-param name="key" select="'summary.table'"/>
              </xsl:call-template>
            </sheet>
            <sheet sheetId="2" r:id="rId2">
              <xsl:call-template name="sheet.name">
                <xsl:with-param name="key" select="'summary.rules'"/>
              </xsl:call-template>
            </sheet>
            <sheet sheetId="3" r:id="rId3">
              <xsl:call-template name="sheet.name">
                <xsl:with-param name="key" select="'summary.found'"/>
              </xsl:call-template>
            </sheet>
          </sheets>
        </workbook>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/xl/worksheets/sheet1.xml" pkg:contentType="{$type.sheet}worksheet+xml">
      <pkg:xmlData><xsl:apply-templates select="." mode="sets"/></pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/xl/worksheets/sheet2.xml" pkg:contentType="{$type.sheet}worksheet+xml">
      <pkg:xmlData><xsl:apply-templates select="." mode="rules"/></pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/xl/worksheets/sheet3.xml" pkg:contentType="{$type.sheet}worksheet+xml">
      <pkg:xmlData><xsl:apply-templates select="." mode="findings"/></pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/xl/styles.xml" pkg:contentType="{$type.sheet}styles+xml">
      <pkg:xmlData><xsl:call-template name="styles"/></pkg:xmlData>
    </pkg:part>
  </pkg:package>
</xsl:template>

<xsl:template name="sheet.name">
  <xsl:param name="key"/>
  <xsl:attribute name="name">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </xsl:attribute>
</xsl:template>

<!-- Of figures with none to six decimals, then of heads. -->
<xsl:template name="styles">
  <styleSheet>
    <numFmts count="5">
      <numFmt numFmtId="164" formatCode="0.0"/>
      <numFmt numFmtId="165" formatCode="0.000"/>
      <numFmt numFmtId="166" formatCode="0.0000"/>
      <numFmt numFmtId="167" formatCode="0.00000"/>
      <numFmt numFmtId="168" formatCode="0.000000"/>
    </numFmts>
    <fonts count="2">
      <font><sz val="11"/><name val="宋体"/></font>
      <font><b/><sz val="11"/><name val="宋体"/></font>
    </fonts>
    <fills count="2">
      <fill><patternFill patternType="none"/></fill>
      <fill><patternFill patternType="gray125"/></fill>
    </fills>
    <borders count="1">
      <border><left/><right/><top/><bottom/><diagonal/></border>
    </borders>
    <cellStyleXfs count="1">
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>
    </cellStyleXfs>
    <cellXfs count="8">
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
      <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
      <xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
      <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
      <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
      <xf numFmtId="167" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
      <xf numFmtId="168" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
      <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
    </cellXfs>
  </styleSheet>
</xsl:template>

</xsl:stylesheet>
