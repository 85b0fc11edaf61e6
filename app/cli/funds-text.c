/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "funds-text.h"

#include <glib/gi18n-lib.h>

#include "funds-more.h"
#include "money.h"
#include "text-table.h"

static void
add_money (AccordTable *table, gint64 pence)
{
  g_autofree char *text = pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_FULL) : NULL;

  accord_table_add_cell (table, text != NULL ? text : _ ("not known"));
}

static void
add_share (AccordTable *table, gint64 share)
{
  g_autofree char *text = NULL;

  if (share != ACCORD_UNKNOWN)
    text = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT "%%", share < 0 ? "−" : "",
                            ABS (share) / 100, ABS (share) % 100);
  accord_table_add_cell (table, text);
}

static void
write_notice (AccordOutput *output, const AccordFundSummary *fund)
{
  g_autofree char *notice = accord_fund_summary_dup_notice (fund);
  g_autofree char *name = NULL;

  if (notice == NULL)
    return;
  name = accord_terminal_line (fund->name);
  accord_output_printf (output, "%s: %s\n", name, notice);
}

/**
 * accord_funds_text_all:
 * @output: where to write
 * @funds: (element-type AccordFundSummary): all funds
 *
 * Writes a line for each fund.
 */
void
accord_funds_text_all (AccordOutput *output, GPtrArray *funds)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("ID"), TRUE);
  accord_table_add_column (table, _ ("Fund"), FALSE);
  accord_table_add_column (table, _ ("Amount"), TRUE);
  accord_table_add_column (table, _ ("Allocated"), TRUE);
  accord_table_add_column (table, _ ("Paid"), TRUE);
  accord_table_add_column (table, _ ("Uncommitted"), TRUE);
  accord_table_add_column (table, _ ("Unspent"), TRUE);
  for (guint i = 0; i < funds->len; i++)
    {
      const AccordFundSummary *fund = g_ptr_array_index (funds, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fund->fund);

      accord_table_add_cell (table, id);
      accord_table_add_cell (table, fund->name);
      add_money (table, fund->award);
      add_money (table, fund->allocated);
      add_money (table, fund->paid);
      add_money (table, fund->uncommitted);
      add_money (table, fund->unspent);
    }
  if (funds->len == 0)
    accord_output_printf (output, "%s\n", _ ("There are no funds yet."));
  accord_table_finish (table);
  for (guint i = 0; i < funds->len; i++)
    write_notice (output, g_ptr_array_index (funds, i));
}

static void
write_sum (AccordOutput *output, const char *label, gint64 pence)
{
  g_autofree char *text = pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_FULL) : NULL;
  const char *shown = text != NULL ? text : _ ("not known");

  accord_output_printf (output, "  %s", label);
  accord_output_repeat (output, ' ', MAX (0, 14 - (int) accord_terminal_width (label)));
  accord_output_repeat (output, ' ', MAX (0, 20 - (int) accord_terminal_width (shown)));
  accord_output_printf (output, "%s\n", shown);
}

static gboolean
write_parts (AccordOutput *output, const char *heading, gint64 fund, AccordFundDivision division,
             AccordReader *reader, GError **error)
{
  g_autoptr (GPtrArray) parts = accord_fund_divide (reader, fund, division, error);
  g_autoptr (AccordTable) table = NULL;

  if (parts == NULL)
    return FALSE;
  if (parts->len == 0)
    return TRUE;
  accord_output_write (output, "\n", 1);
  table = accord_table_new (output);
  accord_table_add_column (table, heading, FALSE);
  accord_table_add_column (table, _ ("Allocated"), TRUE);
  accord_table_add_column (table, _ ("Share"), TRUE);
  accord_table_add_column (table, _ ("Paid"), TRUE);
  accord_table_add_column (table, _ ("Share"), TRUE);
  for (guint i = 0; i < parts->len; i++)
    {
      const AccordFundPart *part = g_ptr_array_index (parts, i);

      accord_table_add_cell (table, part->label);
      add_money (table, part->allocated);
      add_share (table, part->allocated_share);
      add_money (table, part->paid);
      add_share (table, part->paid_share);
    }
  accord_table_finish (table);
  return TRUE;
}

/**
 * accord_funds_text_one:
 * @output: where to write
 * @fund: a fund
 * @reader: where its parts are read
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Writes a fund's figures, how they divide, where they lead and what was said of them.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_funds_text_one (AccordOutput *output, const AccordFundSummary *fund, AccordReader *reader,
                       const char *today, GError **error)
{
  g_autofree char *name = accord_terminal_line (fund->name);

  accord_output_heading (output, name);
  accord_output_write (output, "\n", 1);
  write_sum (output, _ ("Amount"), fund->award);
  write_sum (output, _ ("Allocated"), fund->allocated);
  write_sum (output, _ ("Uncommitted"), fund->uncommitted);
  write_sum (output, _ ("Paid"), fund->paid);
  write_sum (output, _ ("Unspent"), fund->unspent);
  write_sum (output, _ ("Left"), fund->left);
  write_notice (output, fund);
  return write_parts (output, _ ("By category"), fund->fund, ACCORD_FUND_BY_CATEGORY, reader, error)
         && write_parts (output, _ ("By financial year"), fund->fund, ACCORD_FUND_BY_YEAR, reader, error)
         && write_parts (output, _ ("By organisation"), fund->fund, ACCORD_FUND_BY_ORGANISATION, reader,
                         error)
         && accord_funds_more_text (output, fund->fund, reader, today, error);
}
