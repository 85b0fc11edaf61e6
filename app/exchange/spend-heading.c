/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spend-heading.h"

#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A rule gives its score to a heading that has one word of each of its sets (sets are parted by blanks, words
 * of a set by bars; a set that begins with ! must not be met). The best rule of a column counts. `word*` is a
 * beginning, `=` alone asks that the heading has no other words than those named. */
typedef struct
{
  AccordSpendColumn column;
  guint score;
  const char *pattern;
} Rule;

/* The scores of headings that say how their amounts stand to VAT. */
#define NET 100
#define GROSS 45

#define SUPPLIER "supplier*|beneficiar*|payee*|vendor*|merchant*|creditor*|recipient*"
#define NOT_A_NAME                                                                                           \
  "!id|no|number|code|ref|type|category|categories|class|classification|postcode|address|vat|uri|url|"       \
  "charity|"                                                                                                 \
  "company|registration|group|status|other|date|amount|total|redacted|register"
#define MONEY "amount*|value|net|nett|gross|sum|total"
#define NOT_MONEY "!date|number|no|code|type|band|name|period|ref|category|vat"
#define NUMBER "number|no|num|nr|ref|reference|id"
#define NOT_A_REFERENCE                                                                                      \
  "!" SUPPLIER                                                                                               \
  "|company|charity|vat|registration|cost|account|phone|order|po|code|date|amount|contract|row|line"
#define NOT_WORDS "!code|codes|id|number|no|uri|url|date|amount|capital|revenue|ref"

static const Rule rules[] = {
  { ACCORD_SPEND_PAYEE, 98, SUPPLIER " name|names " NOT_A_NAME },
  { ACCORD_SPEND_PAYEE, 90, SUPPLIER " " NOT_A_NAME },
  { ACCORD_SPEND_PAYEE, 95, "paid to =" },
  { ACCORD_SPEND_PAYEE, 20, SUPPLIER " !date|amount|total|vat|uri|url|category|type|class|postcode" },

  { ACCORD_SPEND_DATE, 100, "payment*|paid|pay|cleared|clearing date !due|invoice" },
  { ACCORD_SPEND_DATE, 98, "payment*|paid date !due" },
  { ACCORD_SPEND_DATE, 85, "transaction*|trans date" },
  { ACCORD_SPEND_DATE, 80, "date =" },
  { ACCORD_SPEND_DATE, 70, "post*|document|doc|entry|processed date" },
  { ACCORD_SPEND_DATE, 50, "invoice|inv date" },
  { ACCORD_SPEND_DATE, 40, "effective date" },
  { ACCORD_SPEND_DATE, 35, "date" },
  { ACCORD_SPEND_DATE, 30, "updated =" },

  { ACCORD_SPEND_AMOUNT, NET, "net|nett !date|number|no|code|type" },
  { ACCORD_SPEND_AMOUNT, NET, MONEY " exc|excl|excluding|ex vat" },
  { ACCORD_SPEND_AMOUNT, 85, "amount* !gross|inc|incl|including " NOT_MONEY },
  { ACCORD_SPEND_AMOUNT, 75, "value !gross|inc|incl|including " NOT_MONEY },
  { ACCORD_SPEND_AMOUNT, 60, "total|sum|cost|spend|price|payment " NOT_MONEY "|method|made|centre|area" },
  { ACCORD_SPEND_AMOUNT, GROSS, "gross !date|number|no|code|type" },
  { ACCORD_SPEND_AMOUNT, GROSS, MONEY " inc|incl|including vat" },

  { ACCORD_SPEND_REFERENCE, 100, "transaction*|trans " NUMBER " " NOT_A_REFERENCE },
  { ACCORD_SPEND_REFERENCE, 95, "payment*|document|doc|sap|voucher " NUMBER " " NOT_A_REFERENCE },
  { ACCORD_SPEND_REFERENCE, 90, "internal|our|journal " NUMBER " " NOT_A_REFERENCE },
  { ACCORD_SPEND_REFERENCE, 85, "reference|ref " NOT_A_REFERENCE "|invoice|inv" },
  { ACCORD_SPEND_REFERENCE, 70, "invoice|inv " NUMBER " " NOT_A_REFERENCE },
  { ACCORD_SPEND_REFERENCE, 40, "voucher|transaction =" },

  { ACCORD_SPEND_DESCRIPTION, 100, "narrative " NOT_WORDS },
  { ACCORD_SPEND_DESCRIPTION, 95,
    "invoice|transaction|line|payment|item description|text|details " NOT_WORDS },
  { ACCORD_SPEND_DESCRIPTION, 90, "purpose " NOT_WORDS },
  { ACCORD_SPEND_DESCRIPTION, 85,
    "description|desc "
    "!gl|l|ledger|subj*|account|cost|centre|service|expen*|category|proclass|class* " NOT_WORDS },
  { ACCORD_SPEND_DESCRIPTION, 60, "details|detail|comment*|note* " NOT_WORDS },

  { ACCORD_SPEND_SERVICE, 95, "service* !division|type|provided|commissioned|received " NOT_WORDS },
  { ACCORD_SPEND_SERVICE, 92, "organisational|organizational unit " NOT_WORDS },
  { ACCORD_SPEND_SERVICE, 90, "directo*|department|departments|dept !family " NOT_WORDS },
  { ACCORD_SPEND_SERVICE, 85, "expense*|expenditure area " NOT_WORDS },
  { ACCORD_SPEND_SERVICE, 75, "division|divisional|portfolio " NOT_WORDS },
  { ACCORD_SPEND_SERVICE, 60, "cost|business|profit centre|unit|center " NOT_WORDS },

  { ACCORD_SPEND_EXPENSE_TYPE, 100, "detailed expen* type " NOT_WORDS },
  { ACCORD_SPEND_EXPENSE_TYPE, 96, "expen*|spend cat* " NOT_WORDS },
  { ACCORD_SPEND_EXPENSE_TYPE, 95, "expen*|spend type|types|description " NOT_WORDS },
  { ACCORD_SPEND_EXPENSE_TYPE, 85, "gl|ledger|l|subj*|account description|desc|name " NOT_WORDS },
  { ACCORD_SPEND_EXPENSE_TYPE, 80, "category name|label " NOT_WORDS "|service" },
  { ACCORD_SPEND_EXPENSE_TYPE, 75, "category !merchant|supplier " NOT_WORDS },
  { ACCORD_SPEND_EXPENSE_TYPE, 70, "account|subjective !bank " NOT_WORDS },
  { ACCORD_SPEND_EXPENSE_TYPE, 60, "cipfa*|cipfs* " NOT_WORDS },
  { ACCORD_SPEND_EXPENSE_TYPE, 50,
    "proclass|procurement|merchant label|description|classification|category " NOT_WORDS },

  { ACCORD_SPEND_PAYING_BODY, 98,
    "body|organisation|organization|authority|council|entity name|label !uri|url|code|id" },
  { ACCORD_SPEND_PAYING_BODY, 90, "entity =" },
  { ACCORD_SPEND_PAYING_BODY, 85, "authority|council|organisation|organization =" },
  { ACCORD_SPEND_PAYING_BODY, 75, "body|public =" },
  { ACCORD_SPEND_PAYING_BODY, 60, "client =" },
  { ACCORD_SPEND_PAYING_BODY, 60, "paid by =" },
  { ACCORD_SPEND_PAYING_BODY, 50, "departmental family" },
};

static const struct
{
  const char *name;
  const char *label;
} columns[ACCORD_SPEND_N_COLUMNS] = {
  [ACCORD_SPEND_PAYEE] = { "payee", N_ ("Payee") },
  [ACCORD_SPEND_DATE] = { "date", N_ ("Date") },
  [ACCORD_SPEND_AMOUNT] = { "amount", N_ ("Amount") },
  [ACCORD_SPEND_REFERENCE] = { "reference", N_ ("Reference") },
  [ACCORD_SPEND_DESCRIPTION] = { "description", N_ ("Description") },
  [ACCORD_SPEND_SERVICE] = { "service", N_ ("Service") },
  [ACCORD_SPEND_EXPENSE_TYPE] = { "expense-type", N_ ("Expense type") },
  [ACCORD_SPEND_PAYING_BODY] = { "paying-body", N_ ("Paying body") },
};

/* Whether one of the words parted by bars in @set, which is @len bytes long, is @word. */
static gboolean
set_has (const char *set, gsize len, const char *word, gsize word_len)
{
  const char *end = set + len;

  for (;;)
    {
      const char *bar = memchr (set, '|', end - set);
      gsize n = (bar != NULL ? bar : end) - set;

      if (n > 0 && set[n - 1] == '*' ? word_len >= n - 1 && memcmp (set, word, n - 1) == 0
                                     : word_len == n && memcmp (set, word, n) == 0)
        return TRUE;
      if (bar == NULL)
        return FALSE;
      set = bar + 1;
    }
}

static gboolean
heading_meets (const char *heading, const char *set, gsize len)
{
  for (const char *word = heading; *word != '\0';)
    {
      gsize word_len = strcspn (word, " ");

      if (set_has (set, len, word, word_len))
        return TRUE;
      word += word_len + (word[word_len] == ' ');
    }
  return FALSE;
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *word = text; *word != '\0'; n++)
    {
      gsize len = strcspn (word, " ");

      word += len + (word[len] == ' ');
    }
  return n;
}

static gboolean
rule_matches (const char *pattern, const char *heading)
{
  guint n_sets = 0;

  for (const char *set = pattern; *set != '\0';)
    {
      gsize len = strcspn (set, " ");

      if (len == 1 && *set == '=')
        {
          if (count_words (heading) != n_sets)
            return FALSE;
        }
      else if (*set == '!')
        {
          if (heading_meets (heading, set + 1, len - 1))
            return FALSE;
        }
      else if (!heading_meets (heading, set, len))
        return FALSE;
      else
        n_sets++;
      set += len + (set[len] == ' ');
    }
  return TRUE;
}

/* Whether a word ends before @at: `PaymentDate`, `VATAmount`. */
static gboolean
is_word_edge (const char *start, const char *at, const char *end)
{
  return at > start && g_ascii_isupper (*at)
         && (g_ascii_islower (at[-1])
             || (g_ascii_isupper (at[-1]) && at + 1 < end && g_ascii_islower (at[1])));
}

/**
 * accord_spend_column_get_name:
 * @column: a column
 *
 * Returns: its word in files, which is also the payment's field
 */
const char *
accord_spend_column_get_name (AccordSpendColumn column)
{
  g_return_val_if_fail (column < ACCORD_SPEND_N_COLUMNS, NULL);

  return columns[column].name;
}

/**
 * accord_spend_column_get_label:
 * @column: a column
 *
 * Returns: what people read, translated
 */
const char *
accord_spend_column_get_label (AccordSpendColumn column)
{
  g_return_val_if_fail (column < ACCORD_SPEND_N_COLUMNS, NULL);

  return _ (columns[column].label);
}

/**
 * accord_spend_heading_normalise:
 * @text: (array length=len): a heading as it stands in the file, UTF-8
 * @len: its length
 *
 * Takes a heading to lower-case words parted by one blank, so that `BeneficiaryName`, `beneficiary_name` and
 * `Beneficiary  Name ` are the same.
 *
 * Returns: (transfer full): the words, empty for an unnamed column
 */
char *
accord_spend_heading_normalise (const char *text, gsize len)
{
  g_autoptr (GString) spaced = g_string_sized_new (len + 8);
  g_autofree char *folded = NULL;

  for (const char *at = text; at < text + len; at++)
    {
      if (is_word_edge (text, at, text + len))
        g_string_append_c (spaced, ' ');
      g_string_append_c (spaced, g_ascii_isalnum (*at) || (guchar) *at >= 0x80 ? *at : ' ');
    }
  folded = accord_text_fold (spaced->str);
  for (char *at = folded; *at != '\0'; at++)
    if ((guchar) *at >= 0x80)
      *at = ' ';
  return accord_text_collapse (folded);
}

/**
 * accord_spend_heading_score:
 * @heading: a heading, normalised
 * @column: a column
 *
 * Judges by name alone how well a heading suits a column.
 *
 * Returns: from 0, not at all, to 100
 */
guint
accord_spend_heading_score (const char *heading, AccordSpendColumn column)
{
  guint best = 0;

  g_return_val_if_fail (heading != NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].column == column && rules[i].score > best && rule_matches (rules[i].pattern, heading))
      best = rules[i].score;
  return best;
}

/**
 * accord_spend_heading_is_net:
 * @heading: a heading, normalised
 *
 * Returns: whether it says that its amounts are without VAT
 */
gboolean
accord_spend_heading_is_net (const char *heading)
{
  return accord_spend_heading_score (heading, ACCORD_SPEND_AMOUNT) == NET;
}

/**
 * accord_spend_heading_is_gross:
 * @heading: a heading, normalised
 *
 * Returns: whether it says that its amounts include VAT
 */
gboolean
accord_spend_heading_is_gross (const char *heading)
{
  return accord_spend_heading_score (heading, ACCORD_SPEND_AMOUNT) == GROSS;
}
