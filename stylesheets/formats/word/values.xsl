<?xml version="1.0" encoding="UTF-8"?>
<!--
  The custom XML part: what each tag and each bookmark stands for, and what the
  file was made from.  Editors that drop w:tag keep bookmarks and this part, so
  that a value finds back to its line either way.

    values         @edition, @unit and @period of the filing, and of a file of a
                   set @program, and SHA-256 in hex of the data file and of the
                   set's page model (document.rng): @data-sha256, @set-sha256
    value          a tag: @tag @src (JSON Pointer) @path? (the same by keys of
                   entries) @type @state @value? @formula?; its text is the
                   value where there is no @value
    value/control  each content control of that tag, in their order: @bookmark
                   around it, and @occurrence, which of them it is in the whole
                   set, from 1

  Reads:  value of attachments, which have a mark, each tag where it is met
          first; @edition and what is beside it.
  Needs:  package.xsl ($type.relations, $relation); inline.xsl (the bookmarks).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:set="http://exslt.org/sets"
    exclude-result-prefixes="d set">

<!-- A form's caption is not printed. -->
<xsl:key name="of-tag" use="@tag"
    match="d:value[not(ancestor::d:caption/../@role = 'form')]"/>

<xsl:template name="values">
  <pkg:part pkg:name="/customXml/item1.xml" pkg:contentType="application/xml">
    <pkg:xmlData>
      <values xmlns="urn:jixiao:values:1" edition="{@edition}">
        <xsl:copy-of select="@unit | @period | @program | @data-sha256
            | @set-sha256"/>
        <xsl:for-each select="set:distinct(//d:attachment[d:mark]//d:value/@tag)">
          <xsl:apply-templates select=".." mode="values"/>
        </xsl:for-each>
      </values>
    </pkg:xmlData>
  </pkg:part>
  <pkg:part pkg:name="/customXml/_rels/item1.xml.rels"
      pkg:contentType="{$type.relations}">
    <pkg:xmlData>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="{$relation}customXmlProps"
            Target="itemProps1.xml"/>
      </Relationships>
    </pkg:xmlData>
  </pkg:part>
  <pkg:part pkg:name="/customXml/itemProps1.xml"
      pkg:contentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml">
    <pkg:xmlData>
      <ds:datastoreItem ds:itemID="{{6A786A78-6A69-7869-616F-000000000001}}"
          xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">
        <ds:schemaRefs>
          <ds:schemaRef ds:uri="urn:jixiao:values:1"/>
        </ds:schemaRefs>
      </ds:datastoreItem>
    </pkg:xmlData>
  </pkg:part>
</xsl:template>

<xsl:template match="d:value" mode="values">
  <value xmlns="urn:jixiao:values:1" tag="{@tag}" src="{@src}" type="{@type}"
      state="{@state}">
    <xsl:copy-of select="@path | @value | @formula"/>
    <xsl:if test="not(@value)">
      <xsl:apply-templates mode="values.text"/>
    </xsl:if>
    <xsl:for-each select="key('of-tag', @tag)">
      <control bookmark="v_{@tag}_{@occurrence}" occurrence="{@occurrence}"/>
    </xsl:for-each>
  </value>
</xsl:template>

<xsl:template match="d:value" mode="values.text">
  <xsl:apply-templates mode="values.text"/>
</xsl:template>

<xsl:template match="d:inserted" mode="values.text">
  <xsl:apply-templates mode="values.text"/>
</xsl:template>

<xsl:template match="d:deleted" mode="values.text"/>

<xsl:template match="d:break" mode="values.text">
  <xsl:text>&#10;</xsl:text>
</xsl:template>

</xsl:stylesheet>
