/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "category.h"

#include <glib/gi18n-lib.h>

/**
 * accord_category_choices:
 *
 * What money is spent on, in the three classes that a transformation fund is answered for.
 */
const AccordChoice accord_category_choices[] = {
  { ACCORD_CATEGORY_SERVICE, N_ ("Service") },
  { ACCORD_CATEGORY_ENABLING, N_ ("Enabling") },
  { ACCORD_CATEGORY_STRUCTURE, N_ ("Organisational structure") },
  { NULL, NULL },
};

/**
 * accord_category_get_position:
 * @category: (nullable): one of the categories, or %NULL
 *
 * Returns: its place among the categories; the place after the last for %NULL and for words that are no
 * category
 */
guint
accord_category_get_position (const char *category)
{
  guint position = 0;

  while (accord_category_choices[position].value != NULL
         && g_strcmp0 (category, accord_category_choices[position].value) != 0)
    position++;
  return position;
}

/**
 * accord_category_get_label:
 * @category: (nullable): one of the categories, or %NULL
 *
 * Returns: (transfer none): the category in the user's language; "Not categorised" for %NULL and for words
 *   that are no category
 */
const char *
accord_category_get_label (const char *category)
{
  const AccordChoice *choice = &accord_category_choices[accord_category_get_position (category)];

  return choice->label != NULL ? _ (choice->label) : _ ("Not categorised");
}
