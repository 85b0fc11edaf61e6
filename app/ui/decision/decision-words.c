/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/decision-words.h"

#include "date.h"
#include "form/form-figures.h"

#include <glib/gi18n-lib.h>

static const AccordStatus open_status = { "accord-status-open-symbolic", "open" };
static const AccordStatus over_status = { "accord-status-accepted-symbolic", "accepted" };
static const AccordStatus wrong_status = { "accord-status-overdue-symbolic", "overdue" };
static const AccordStatus unknown_status = { "accord-status-unknown-symbolic", "unknown" };

static void
add_date (GPtrArray *figures, AccordRecord *decision, const char *field, const char *label, const char *note)
{
  const char *iso = accord_record_get_text (decision, field);
  g_autofree char *text = iso != NULL ? accord_date_format (iso) : NULL;

  g_ptr_array_add (figures, accord_form_figure_new (label, text, note));
}

/**
 * accord_decision_figures:
 * @decision: a decision
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordFormFigure): the four dates of a decision that was taken; of
 *   one that is to be, when it is due and what has been published of it
 */
GPtrArray *
accord_decision_figures (AccordRecord *decision, const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  gboolean taken = accord_record_get_text (decision, "date") != NULL
                   || accord_record_get_text (decision, "made-on") != NULL
                   || accord_record_get_text (decision, "published") != NULL;
  const char *effective = accord_record_get_text (decision, "effective");
  g_autofree char *off = effective != NULL ? accord_form_dup_relative (effective, today) : NULL;

  if (taken)
    {
      add_date (figures, decision, "date", _ ("Decided on"), NULL);
      add_date (figures, decision, "made-on", _ ("Made at the meeting on"), NULL);
    }
  else
    {
      add_date (figures, decision, "due", _ ("Due on"), accord_record_get_text (decision, "due-words"));
      add_date (figures, decision, "notice", _ ("Notice given on"), NULL);
    }
  add_date (figures, decision, "published", _ ("Published on"), NULL);
  add_date (figures, decision, "effective", _ ("Effective from"), off);
  return figures;
}

/**
 * accord_decision_dup_by:
 * @decision: a decision
 * @body: (nullable): the board that decided
 *
 * Returns: (transfer full): who decided, and what the source says has become of it
 */
char *
accord_decision_dup_by (AccordRecord *decision, const char *body)
{
  const char *maker = accord_record_get_text (decision, "maker");
  const char *status = accord_record_get_text (decision, "status");
  const char *by = maker != NULL ? maker : body;
  /* Translators: a board or an officer. */
  g_autofree char *who =
      by != NULL ? g_strdup_printf (_ ("Decided by %s"), by) : g_strdup (_ ("Who decided is not known"));

  return status != NULL ? g_strdup_printf ("%s · %s", who, status) : g_steal_pointer (&who);
}

/**
 * accord_decision_call_in_status:
 * @state: how a call-in stands
 *
 * Returns: (transfer none): the shape and colour of that
 */
const AccordStatus *
accord_decision_call_in_status (AccordCallInState state)
{
  switch (state)
    {
    case ACCORD_CALL_IN_TO_OPEN:
    case ACCORD_CALL_IN_OPEN:
      return &open_status;
    case ACCORD_CALL_IN_CLOSED:
      return &over_status;
    case ACCORD_CALL_IN_CALLED_IN:
      return &wrong_status;
    case ACCORD_CALL_IN_NOT_KNOWN:
    case ACCORD_CALL_IN_NOT_SUBJECT:
    case ACCORD_CALL_IN_EXEMPT:
    default:
      return &unknown_status;
    }
}

/**
 * accord_decision_notice_status:
 * @state: how a notice stands
 *
 * Returns: (transfer none): the shape and colour of that
 */
const AccordStatus *
accord_decision_notice_status (AccordNoticeState state)
{
  switch (state)
    {
    case ACCORD_NOTICE_ENOUGH:
      return &over_status;
    case ACCORD_NOTICE_SHORT:
      return &wrong_status;
    case ACCORD_NOTICE_NOT_KNOWN:
    case ACCORD_NOTICE_NOT_NEEDED:
    default:
      return &unknown_status;
    }
}
