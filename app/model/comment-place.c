/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comments.h"

#include "five-case.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NET "net:"

/* What people call the figures that a comment can be on. */
static const struct
{
  const char *code;
  const char *label;
} figures[] = {
  { "npsv", N_ ("NPSV") }, { "bcr", N_ ("Benefit–cost ratio") }, { "pvb", N_ ("Benefits") },
  { "pvc", N_ ("Costs") }, { "payback", N_ ("Payback") },
};

/**
 * accord_comment_get_on:
 * @comment: a comment
 *
 * Returns: what it is on
 */
AccordCommentOn
accord_comment_get_on (AccordRecord *comment)
{
  if (accord_record_get_int (comment, "document") > 0)
    return ACCORD_COMMENT_ON_DOCUMENT;
  if (accord_record_get_text (comment, "figure") != NULL)
    return ACCORD_COMMENT_ON_FIGURE;
  return accord_record_get_text (comment, "section") != NULL ? ACCORD_COMMENT_ON_SECTION
                                                             : ACCORD_COMMENT_ON_CASE;
}

/**
 * accord_comment_figure_get_organisation:
 * @figure: (nullable): the code of a figure
 *
 * Returns: (transfer none) (nullable): the uid of the organisation whose net position it is
 */
const char *
accord_comment_figure_get_organisation (const char *figure)
{
  return figure != NULL && g_str_has_prefix (figure, NET) ? figure + strlen (NET) : NULL;
}

/**
 * accord_comment_dup_figure_words:
 * @figure: the code of a figure: "npsv", "net:" with an organisation's uid
 * @option: (nullable): what the option is called that it is of
 * @organisation: (nullable): what the organisation is called, where it is the net position of one
 *
 * Returns: (transfer full): what people call the figure; one that is not known by its code
 */
char *
accord_comment_dup_figure_words (const char *figure, const char *option, const char *organisation)
{
  if (accord_comment_figure_get_organisation (figure) != NULL)
    {
      const char *who = organisation != NULL ? organisation : _ ("an organisation that is not here");

      if (option == NULL)
        return g_strdup_printf (_ ("Net position of %s"), who);
      /* Translators: an organisation, then an option. */
      return g_strdup_printf (_ ("Net position of %s in %s"), who, option);
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_strcmp0 (figures[i].code, figure) == 0)
      {
        if (option == NULL)
          return g_strdup (_ (figures[i].label));
        /* Translators: a figure of an appraisal, then the option that it is of. */
        return g_strdup_printf (_ ("%s of %s"), _ (figures[i].label), option);
      }
  return g_strdup_printf (_ ("Figure “%s”"), figure != NULL ? figure : "");
}

static const char *
find_part_label (AccordFiveCase five, const char *code)
{
  guint n_sections;
  const AccordFiveSection *sections = accord_five_sections (five, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    if (g_strcmp0 (sections[i].code, code) == 0)
      return _ (sections[i].label);
  return NULL;
}

/**
 * accord_comment_dup_section_words:
 * @section: (nullable): "summary", the field of one of the five cases, or that with a section: "economic/
 *   appraisal"
 *
 * Returns: (transfer full): what people call it: "Economic case: Appraisal"; one that is not known by its
 * code
 */
char *
accord_comment_dup_section_words (const char *section)
{
  const char *stroke = section != NULL ? strchr (section, '/') : NULL;
  g_autofree char *field = stroke != NULL ? g_strndup (section, stroke - section) : g_strdup (section);

  if (g_strcmp0 (section, "summary") == 0)
    return g_strdup (_ ("Summary"));
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    if (g_strcmp0 (field, accord_five_case_get_field ((AccordFiveCase) i)) == 0)
      {
        const char *label = accord_five_case_get_label ((AccordFiveCase) i);
        const char *part = stroke != NULL ? find_part_label ((AccordFiveCase) i, stroke + 1) : NULL;

        if (part == NULL)
          return g_strdup (label);
        /* Translators: one of the five cases, then a section of it. */
        return g_strdup_printf (_ ("%s: %s"), label, part);
      }
  return g_strdup_printf (_ ("Section “%s”"), section != NULL ? section : "");
}

static char *
dup_organisation (AccordReader *reader, const char *figure)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  const char *uid = accord_comment_figure_get_organisation (figure);
  gint64 id = uid != NULL ? accord_reader_find (reader, kind, uid, NULL) : 0;

  return id > 0 ? accord_reader_dup_title (reader, kind, id, NULL) : NULL;
}

static char *
dup_document_words (AccordRecord *comment)
{
  const char *name = accord_record_get_reference_title (comment, "document");
  gint64 page = accord_record_get_int (comment, "page");

  if (name == NULL)
    name = _ ("A document that is not here");
  if (page <= 0)
    return g_strdup (name);
  /* Translators: the name of a document, then the number of a page. */
  return g_strdup_printf (_ ("%s, page %d"), name, (int) page);
}

/**
 * accord_comment_dup_place:
 * @reader: a reader
 * @comment: a comment
 *
 * Returns: (transfer full): the place that it is on, in words: "NPSV of Neighbourhood teams", "Outline
 * business case, page 3", "The whole case"
 */
char *
accord_comment_dup_place (AccordReader *reader, AccordRecord *comment)
{
  const char *figure = accord_record_get_text (comment, "figure");
  g_autofree char *organisation = NULL;

  switch (accord_comment_get_on (comment))
    {
    case ACCORD_COMMENT_ON_DOCUMENT:
      return dup_document_words (comment);
    case ACCORD_COMMENT_ON_FIGURE:
      organisation = dup_organisation (reader, figure);
      return accord_comment_dup_figure_words (figure, accord_record_get_reference_title (comment, "option"),
                                              organisation);
    case ACCORD_COMMENT_ON_SECTION:
      return accord_comment_dup_section_words (accord_record_get_text (comment, "section"));
    case ACCORD_COMMENT_ON_CASE:
    default:
      return g_strdup (_ ("The whole case"));
    }
}
