namespace Storefront.GraphQL.Language;

/// <content>Numbers (sections 2.9.1 and 2.9.2).</content>
public ref partial struct Utf8GraphQLLexer
{
    private void ReadNumber()
    {
        if (CharacterAt(position) == '-')
        {
            position++;
        }

        if (CharacterAt(position) == '0')
        {
            position++;
            if (IsDigit(CharacterAt(position)))
            {
                throw Error(position, $"Invalid number, unexpected digit after 0: {DescribeCharacter(position)}.");
            }
        }
        else
        {
            ReadDigits();
        }

        if (CharacterAt(position) == '.')
        {
            Kind = TokenKind.Float;
            position++;
            ReadDigits();
        }

        if (CharacterAt(position) is 'e' or 'E')
        {
            Kind = TokenKind.Float;
            position++;
            if (CharacterAt(position) is '+' or '-')
            {
                position++;
            }

            ReadDigits();
        }

        // 0xF and 1.2.3 are refused rather than read as two tokens.
        if (CharacterAt(position) == '.' || (position < source.Length && IsNameStart(source[position])))
        {
            throw ExpectedDigit();
        }
    }

    private void ReadDigits()
    {
        if (!IsDigit(CharacterAt(position)))
        {
            throw ExpectedDigit();
        }

        while (IsDigit(CharacterAt(position)))
        {
            position++;
        }
    }

    private readonly SyntaxException ExpectedDigit() =>
        Error(position, $"Invalid number, expected digit but got: {DescribeCharacter(position)}.");
}
