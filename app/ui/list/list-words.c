/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-words.h"

#include "query-words.h"

#include <glib/gi18n-lib.h>

/**
 * accord_list_state:
 * @n_items: how many rows there are
 * @complete: whether these are all
 * @failed: whether reading them failed
 * @narrowed: whether they are searched or filtered
 *
 * Returns: what is to be shown
 */
AccordListState
accord_list_state (guint n_items, gboolean complete, gboolean failed, gboolean narrowed)
{
  if (n_items > 0)
    return ACCORD_LIST_STATE_ROWS;
  if (failed)
    return ACCORD_LIST_STATE_FAILED;
  if (!complete)
    return ACCORD_LIST_STATE_LOADING;
  return narrowed ? ACCORD_LIST_STATE_NO_MATCH : ACCORD_LIST_STATE_EMPTY;
}

/**
 * accord_list_dup_number:
 * @number: a number
 *
 * Returns: (transfer full): it with its thousands apart
 */
char *
accord_list_dup_number (guint64 number)
{
  return accord_words_dup_number (number);
}

/**
 * accord_list_dup_noun:
 * @label: a heading, such as “Business cases” or “NHS trusts”
 *
 * Returns: (transfer full): the same in the middle of a sentence
 */
char *
accord_list_dup_noun (const char *label)
{
  return accord_words_dup_noun (label);
}

/**
 * accord_list_dup_count:
 * @n_items: how many rows there are
 * @n_selected: how many of them are selected
 * @n_all: how many there would be without search and filters, or -1 when that is not known
 * @complete: whether @n_items is final
 * @narrowed: whether they are searched or filtered
 * @singular: what one is called, as a heading
 * @plural: what several are called, as a heading
 *
 * Returns: (transfer full): what stands beside the list: “1,204 payments”, “12 of 1,204”, “3 selected”
 */
char *
accord_list_dup_count (guint n_items, guint n_selected, gint64 n_all, gboolean complete, gboolean narrowed,
                       const char *singular, const char *plural)
{
  g_autofree char *selected = accord_list_dup_number (n_selected);
  g_autofree char *items = accord_list_dup_number (n_items);
  g_autofree char *all = accord_list_dup_number (MAX (n_all, 0));
  g_autofree char *noun = accord_list_dup_noun (n_items == 1 ? singular : plural);

  if (n_selected > 1)
    return g_strdup_printf (_ ("%s selected"), selected);
  if (!complete)
    return g_strdup ("");
  if (narrowed && n_all >= 0)
    /* Translators: how many of how many, such as “12 of 1,204”. */
    return g_strdup_printf (_ ("%s of %s"), items, all);
  /* Translators: a number and what is counted, such as “1,204 payments”. */
  return g_strdup_printf (C_ ("count", "%s %s"), items, noun);
}

/**
 * accord_list_find_import:
 * @kind: the name of what is listed
 *
 * Returns: (transfer none) (nullable): how it can be brought in from elsewhere, or %NULL
 */
const AccordListImport *
accord_list_find_import (const char *kind)
{
  static const AccordListImport imports[] = {
    { "payment", N_ ("_Import payments…"), "win.import" },
    { "meeting", N_ ("_Import a committee page…"), "win.import-page" },
    { "decision", N_ ("_Import a committee page…"), "win.import-page" },
    { "edition", N_ ("_Import published figures…"), "win.import-figures" },
    { "unit-cost", N_ ("_Import unit costs…"), "win.import-figures" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (imports); i++)
    if (g_str_equal (imports[i].kind, kind))
      return &imports[i];
  return NULL;
}

/**
 * accord_list_get_import_words:
 * @import: how something can be brought in
 *
 * Returns: (transfer none): what can be, in one sentence
 */
const char *
accord_list_get_import_words (const AccordListImport *import)
{
  if (g_str_equal (import->action, "win.import-figures"))
    return _ ("Discount rates, deflators, optimism bias, confidence grades and unit costs, as they are "
              "published (CSV "
              "or JSON), are read for you; nothing is added before you have looked at it.");
  if (!g_str_equal (import->kind, "payment"))
    return _ (
        "A page of minutes, an agenda or decisions, as councils publish them, is read for you; nothing is "
        "added before you have looked at it.");
  return _ ("A spend file (CSV), as councils and the NHS publish them, is read by its headings; nothing is "
            "added before you have looked at it.");
}
