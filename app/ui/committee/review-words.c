/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-words.h"

#include "date.h"
#include "list/list-words.h"

#include <glib/gi18n-lib.h>

/**
 * accord_review_get_type_label:
 * @type: what kind of page
 *
 * Returns: (transfer none): the kind in words, translated
 */
const char *
accord_review_get_type_label (AccordPageType type)
{
  switch (type)
    {
    case ACCORD_PAGE_MEETING:
      return _ ("Meeting");
    case ACCORD_PAGE_ITEM:
      return _ ("Agenda item");
    case ACCORD_PAGE_ISSUE:
      return _ ("Issue, with the meetings that dealt with it");
    case ACCORD_PAGE_PLAN:
      return _ ("Issue of the forward plan, not decided yet");
    case ACCORD_PAGE_DECISION:
      return _ ("Decision");
    case ACCORD_PAGE_DECISIONS:
      return _ ("List of decisions");
    case ACCORD_PAGE_MINUTES:
      return _ ("Printed minutes");
    case ACCORD_PAGE_COMMITTEES:
      return _ ("List of committees");
    case ACCORD_PAGE_MEETINGS:
      return _ ("List of meetings");
    case ACCORD_PAGE_OTHER:
    default:
      return _ ("None of the kinds of page that are known");
    }
}

static const char *
form_label (AccordPageForm form)
{
  switch (form)
    {
    case ACCORD_FORM_XML:
      return _ ("answer of the council’s web service");
    case ACCORD_FORM_HTML:
      return _ ("web page");
    case ACCORD_FORM_TEXT:
    case ACCORD_FORM_AUTO:
    default:
      return _ ("text");
    }
}

static char *
dup_date (const char *iso)
{
  return iso != NULL && accord_date_is_iso (iso) ? accord_date_format (iso) : g_strdup (iso);
}

/**
 * accord_review_dup_page_title:
 * @page: a page
 *
 * Returns: (transfer full): whose page it is and of what day, as far as it says so
 */
char *
accord_review_dup_page_title (AccordCommitteePage *page)
{
  g_autofree char *date = dup_date (page->date);
  const char *first =
      page->decisions->len > 0 ? ((const AccordPageDecision *) page->decisions->pdata[0])->title : NULL;

  if (page->body != NULL && date != NULL)
    /* Translators: a board or committee, then a date. */
    return g_strdup_printf (_ ("%s, %s"), page->body, date);
  if (page->body != NULL)
    return g_strdup (page->body);
  if (page->decisions->len == 1 && first != NULL)
    return g_strdup (first);
  if (page->type == ACCORD_PAGE_OTHER)
    return g_strdup (_ ("Not a committee page"));
  return g_strdup (accord_review_get_type_label (page->type));
}

static void
add_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/**
 * accord_review_dup_page_line:
 * @page: a page
 *
 * Returns: (transfer full): what kind of page it is, in which form it came, and what it says of itself
 */
char *
accord_review_dup_page_line (AccordCommitteePage *page)
{
  GString *line = g_string_new (NULL);

  add_part (line, page->kind_words != NULL ? page->kind_words : accord_review_get_type_label (page->type));
  add_part (line, form_label (page->form));
  if (page->style != ACCORD_STYLE_NONE)
    add_part (line, accord_page_style_get_label (page->style));
  add_part (line, page->prefix);
  add_part (line, page->council);
  add_part (line, page->time);
  return g_string_free (line, FALSE);
}

/* A record that is called after another, which it does not know by name yet: a link says the name. */
static const char *
find_name (const AccordPlanRow *row, const AccordField *field)
{
  for (guint i = 0; i < accord_review_count_links (row); i++)
    {
      const AccordPlanLink *link = row->links->pdata[i];

      if (link->taken && g_strcmp0 (link->field, field->name) == 0)
        return link->title;
    }
  return NULL;
}

static char *
dup_name (const AccordPlanRow *row)
{
  const AccordKind *kind = accord_record_get_kind (row->record);
  const AccordField *field = &kind->fields[kind->title_field];
  const char *linked = field->target != NULL ? find_name (row, field) : NULL;

  if (linked != NULL)
    return g_strdup (linked);
  if (accord_record_is_empty (row->record, kind->title_field)
      || (field->target != NULL
          && accord_record_peek_reference_title (row->record, kind->title_field) == NULL))
    return g_strdup (_ (kind->label));
  return accord_record_dup_title (row->record);
}

/**
 * accord_review_dup_row_title:
 * @row: a row of a plan
 *
 * Returns: (transfer full): what its record is called, after its printed number
 */
char *
accord_review_dup_row_title (const AccordPlanRow *row)
{
  const AccordKind *kind = accord_record_get_kind (row->record);
  int number = accord_kind_find_field (kind, "number");
  const char *printed = number >= 0 && accord_field_is_text (&kind->fields[number])
                            ? accord_record_peek_text (row->record, number)
                            : NULL;
  g_autofree char *name = dup_name (row);

  return printed != NULL ? g_strdup_printf ("%s  %s", printed, name) : g_steal_pointer (&name);
}

/**
 * accord_review_get_status:
 * @row: a row of a plan
 * @words: (out) (transfer none): what would be done, translated
 *
 * Returns: (transfer none): the shape that stands before the words
 */
const AccordStatus *
accord_review_get_status (const AccordPlanRow *row, const char **words)
{
  static const AccordStatus added = { "list-add-symbolic", "accepted" };
  static const AccordStatus updated = { "document-edit-symbolic", "answered" };
  static const AccordStatus same = { "object-select-symbolic", "unknown" };
  static const AccordStatus gone = { "list-remove-symbolic", "open" };

  switch (row->doing)
    {
    case ACCORD_PLAN_UPDATE:
      *words = _ ("Updates");
      return &updated;
    case ACCORD_PLAN_SAME:
      *words = _ ("As it was");
      return &same;
    case ACCORD_PLAN_GONE:
      *words = _ ("No longer there");
      return &gone;
    case ACCORD_PLAN_ADD:
    default:
      *words = _ ("New");
      return &added;
    }
}

/**
 * accord_review_dup_row_line:
 * @row: a row of a plan
 *
 * Returns: (transfer full): what is to be said of it below its title: its kind, and what a person should know
 */
char *
accord_review_dup_row_line (const AccordPlanRow *row)
{
  const AccordKind *kind = accord_record_get_kind (row->record);
  int type = accord_kind_find_field (kind, "type");
  const char *value =
      type >= 0 && kind->fields[type].choices != NULL ? accord_record_peek_text (row->record, type) : NULL;
  const char *label = value != NULL ? accord_field_choice_label (&kind->fields[type], value) : NULL;
  GString *line = g_string_new (NULL);
  const char *words;

  accord_review_get_status (row, &words);
  add_part (line, words);
  add_part (line, label != NULL ? _ (label) : _ (kind->label));
  add_part (line, row->why);
  return g_string_free (line, FALSE);
}

static void
add_count (GString *line, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", words);
  g_free (words);
}

/**
 * accord_review_dup_counts:
 * @counts: what keeping a plan would do
 *
 * Returns: (transfer full): the same in words: “12 new, 3 changed, 1 not taken”
 */
char *
accord_review_dup_counts (const AccordReviewCounts *counts)
{
  g_autofree char *added = accord_list_dup_number (counts->added);
  g_autofree char *updated = accord_list_dup_number (counts->updated);
  g_autofree char *same = accord_list_dup_number (counts->same);
  g_autofree char *gone = accord_list_dup_number (counts->gone);
  g_autofree char *left = accord_list_dup_number (counts->left);
  GString *line = g_string_new (NULL);

  add_count (line, counts->added, g_strdup_printf (ngettext ("%s new", "%s new", counts->added), added));
  add_count (line, counts->updated,
             g_strdup_printf (ngettext ("%s changed", "%s changed", counts->updated), updated));
  add_count (line, counts->same,
             g_strdup_printf (ngettext ("%s as it was", "%s as they were", counts->same), same));
  add_count (line, counts->gone,
             g_strdup_printf (ngettext ("%s no longer there", "%s no longer there", counts->gone), gone));
  add_count (line, counts->left,
             g_strdup_printf (ngettext ("%s not taken", "%s not taken", counts->left), left));
  if (line->len == 0)
    g_string_append (line, _ ("Nothing to keep"));
  return g_string_free (line, FALSE);
}
