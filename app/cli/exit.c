/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exit.h"

#include "committee-error.h"
#include "exchange-error.h"
#include "model-error.h"
#include "net-error.h"
#include "pack-error.h"
#include "seal-error.h"
#include "store/error.h"

G_DEFINE_QUARK (accord - cli - error - quark, accord_cli_error)

static AccordExit
store_exit (int code)
{
  switch ((AccordStoreError) code)
    {
    case ACCORD_STORE_ERROR_INVALID:
    case ACCORD_STORE_ERROR_REFERENCED:
    case ACCORD_STORE_ERROR_NOT_FOUND:
    case ACCORD_STORE_ERROR_NOTHING:
    case ACCORD_STORE_ERROR_CONFLICT:
      return ACCORD_EXIT_REJECTED;
    case ACCORD_STORE_ERROR_OPEN:
    case ACCORD_STORE_ERROR_CORRUPT:
    case ACCORD_STORE_ERROR_NEWER:
    case ACCORD_STORE_ERROR_READ_ONLY:
    case ACCORD_STORE_ERROR_FULL:
    case ACCORD_STORE_ERROR_BUSY:
    case ACCORD_STORE_ERROR_FAILED:
      return ACCORD_EXIT_BROKEN;
    default:
      return ACCORD_EXIT_BROKEN;
    }
}

static AccordExit
exchange_exit (int code)
{
  switch ((AccordExchangeError) code)
    {
    case ACCORD_EXCHANGE_ERROR_EMPTY:
    case ACCORD_EXCHANGE_ERROR_LAYOUT:
    case ACCORD_EXCHANGE_ERROR_DATES:
    case ACCORD_EXCHANGE_ERROR_CHANGED:
    case ACCORD_EXCHANGE_ERROR_AGAIN:
      return ACCORD_EXIT_REJECTED;
    case ACCORD_EXCHANGE_ERROR_NOT_TEXT:
    case ACCORD_EXCHANGE_ERROR_WRITE:
    case ACCORD_EXCHANGE_ERROR_FACTS:
    default:
      return ACCORD_EXIT_BROKEN;
    }
}

static AccordExit
committee_exit (int code)
{
  switch ((AccordCommitteeError) code)
    {
    case ACCORD_COMMITTEE_ERROR_NOT_A_PAGE:
    case ACCORD_COMMITTEE_ERROR_BODY:
    case ACCORD_COMMITTEE_ERROR_DATE:
    case ACCORD_COMMITTEE_ERROR_CHANGED:
    case ACCORD_COMMITTEE_ERROR_REFUSED:
      return ACCORD_EXIT_REJECTED;
    case ACCORD_COMMITTEE_ERROR_TOO_LARGE:
    case ACCORD_COMMITTEE_ERROR_BROKEN:
    default:
      return ACCORD_EXIT_BROKEN;
    }
}

static AccordExit
seal_exit (int code)
{
  switch ((AccordSealError) code)
    {
    case ACCORD_SEAL_ERROR_SIGNATURE:
    case ACCORD_SEAL_ERROR_NO_KEY:
    case ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE:
    case ACCORD_SEAL_ERROR_PASSPHRASE:
    case ACCORD_SEAL_ERROR_EXISTS:
      return ACCORD_EXIT_REJECTED;
    case ACCORD_SEAL_ERROR_FORMAT:
    case ACCORD_SEAL_ERROR_DAMAGED:
    case ACCORD_SEAL_ERROR_NEWER:
    case ACCORD_SEAL_ERROR_STORE:
    default:
      return ACCORD_EXIT_BROKEN;
    }
}

static AccordExit
pack_exit (int code)
{
  switch ((AccordPackError) code)
    {
    case ACCORD_PACK_ERROR_SIGNATURE:
    case ACCORD_PACK_ERROR_SEALED:
    case ACCORD_PACK_ERROR_KEY:
    case ACCORD_PACK_ERROR_WRONG_CASE:
    case ACCORD_PACK_ERROR_CHANGED:
    case ACCORD_PACK_ERROR_ASKED:
      return ACCORD_EXIT_REJECTED;
    case ACCORD_PACK_ERROR_FORMAT:
    case ACCORD_PACK_ERROR_DAMAGED:
    case ACCORD_PACK_ERROR_TOO_LARGE:
    case ACCORD_PACK_ERROR_UNSAFE:
    case ACCORD_PACK_ERROR_NEWER:
    case ACCORD_PACK_ERROR_EXISTS:
    default:
      return ACCORD_EXIT_BROKEN;
    }
}

/**
 * accord_cli_error_exit:
 * @error: why a command failed
 *
 * Returns: what the shell is told
 */
AccordExit
accord_cli_error_exit (const GError *error)
{
  if (error->domain == ACCORD_CLI_ERROR)
    return error->code == ACCORD_CLI_ERROR_USAGE ? ACCORD_EXIT_USAGE : ACCORD_EXIT_REJECTED;
  if (error->domain == ACCORD_STORE_ERROR)
    return store_exit (error->code);
  if (error->domain == ACCORD_EXCHANGE_ERROR)
    return exchange_exit (error->code);
  if (error->domain == ACCORD_COMMITTEE_ERROR)
    return committee_exit (error->code);
  if (error->domain == ACCORD_SEAL_ERROR)
    return seal_exit (error->code);
  if (error->domain == ACCORD_PACK_ERROR)
    return pack_exit (error->code);
  if (g_error_matches (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM))
    return ACCORD_EXIT_REJECTED;
  if (g_error_matches (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_ADDRESS))
    return ACCORD_EXIT_REJECTED;
  return ACCORD_EXIT_BROKEN;
}
